/// The list of tasks and the page of one.
extension Phrase {
    static let tasksSentence = Phrase(
        "Nhiệm vụ của các kế hoạch đã chốt và giao.", "Tasks of the issued plans.")
    static let searchTasks = Phrase("Tìm trong nội dung nhiệm vụ", "Search the words of tasks")
    static let noTasks = Phrase(
        "Chưa có nhiệm vụ nào. Nhiệm vụ hiện ra khi kế hoạch được chốt.",
        "There are no tasks yet. They appear when a plan is issued.")
    static let noTasksFound = Phrase(
        "Không có nhiệm vụ nào khớp với mọi điều kiện đã chọn. Hãy bỏ bớt một điều kiện ở trên.",
        "No task meets all that was chosen. Take one of the conditions above off.")
    static let toPlans = Phrase("Đến danh sách kế hoạch", "To the plans")
    static let searchWords = Phrase("Từ ngữ", "Words")
    static let sorting = Phrase("Sắp xếp", "Order")
    static let narrowedBy = Phrase("Đang lọc theo", "Narrowed by")
    static let takeOff = Phrase("Bỏ", "Take off")
    static let nothingToChoose = Phrase("Không có lựa chọn nào.", "Nothing to choose.")
    static func chosen(_ count: Int) -> Phrase { Phrase("Đã chọn \(count)", "\(count) chosen") }
    /// - Parameter isLeast: there are more, which weren't counted.
    static func tasksFound(_ count: Int, isLeast: Bool = false) -> Phrase {
        isLeast
            ? Phrase("Từ \(count) nhiệm vụ", "\(count) tasks or more")
            : Phrase("\(count) nhiệm vụ", count == 1 ? "1 task" : "\(count) tasks")
    }
    static func searchLeavesOut(_ words: Int) -> Phrase {
        Phrase(
            "Chỉ tìm theo \(words) từ đầu. Chưa tìm theo:",
            "Only the first \(words) words are looked for. Left out:")
    }
    static let onlyNewestFound = Phrase(
        "Rất nhiều nhiệm vụ có những từ này: ở đây là các nhiệm vụ ban hành gần đây nhất. Thêm từ hoặc chọn kế hoạch để thu hẹp; bản tải về có đủ.",
        "Very many tasks have these words: here are those issued last. Add words or choose a plan to narrow; downloads have all."
    )
    static let exportWorkbook = Phrase("Tải về Excel", "Download XLSX")
    static let exportTable = Phrase("Tải về CSV", "Download CSV")
    static let demandedBy = Phrase("Câu chữ giao nhiệm vụ trong văn bản", "The words that demand it")
    static let assignment = Phrase("Phân công", "Assignment")
    static let lastDay = Phrase("Hạn cuối", "Due")
    static let plan = Phrase("Kế hoạch", "Plan")
    /// Before a section's label.
    static let sectionWord = Phrase("mục", "section")
}
