/// The list of tasks and the page of one.
extension Phrase {
    static let tasksSentence = Phrase("Nhiệm vụ của các kế hoạch đã ban hành.", "Tasks of the issued plans.")
    static let searchTasks = Phrase("Tìm trong nội dung nhiệm vụ", "Search the words of tasks")
    static let noTasks = Phrase(
        "Chưa có nhiệm vụ nào. Nhiệm vụ hiện ra khi kế hoạch được ban hành.",
        "There are no tasks yet. They appear when a plan is issued.")
    static let noTasksFound = Phrase("Không tìm thấy nhiệm vụ phù hợp.", "No task matches.")
    static let exportWorkbook = Phrase("Tải về Excel", "Download XLSX")
    static let exportTable = Phrase("Tải về CSV", "Download CSV")
    static let demandedBy = Phrase("Câu chữ giao nhiệm vụ trong văn bản", "The words that demand it")
    static let assignment = Phrase("Phân công", "Assignment")
    static let lastDay = Phrase("Hạn cuối", "Due")
    static let plan = Phrase("Kế hoạch", "Plan")
    static func section(_ label: String) -> Phrase { Phrase("mục \(label)", "section \(label)") }
}
