/// What a reorganisation leaves to be said.
extension Phrase {
    static let remainder = Phrase("Cơ quan nhận phần còn lại", "Who takes the remainder")
    static let remainderHint = Phrase(
        "Nhận mọi việc không được chia riêng ở dưới, việc ngoài danh sách, và việc phát sinh từ nay đến ngày hiệu lực.",
        "Takes whatever isn't shared out below, what the lists leave out, and what comes between now and the effective day."
    )
    static let choosePlease = Phrase("– hãy chọn –", "– please choose –")
    static let withRemainder = Phrase("– theo phần còn lại –", "– with the remainder –")
    static func beyondTheList(_ count: Int) -> Phrase {
        Phrase(
            "Còn \(count) việc nữa ngoài danh sách này: đều theo cơ quan nhận phần còn lại.",
            "\(count) more are not listed: they all go with the remainder.")
    }
    static func unsharedTasks(_ count: Int) -> Phrase {
        Phrase("\(count) nhiệm vụ không được chia riêng", "\(count) tasks that nobody had shared out")
    }
    /// The agencies that end by the planned one follow.
    static let chained = Phrase(
        "Một phương án đã lập giao cho cơ quan này tiếp nhận",
        "By a planned reorganisation this agency takes over from")
    static let chainedGoesOn = Phrase(
        "Đến ngày đó cơ quan này không còn, nên cơ quan tiếp nhận ở đây sẽ tiếp nhận thay.",
        "By that day it will be gone, so its successor here takes over in its place.")
    static let couldNotApply = Phrase(
        "Đã qua ngày hiệu lực mà chưa áp dụng được: cơ quan tiếp nhận không còn. Hãy hủy và lập phương án khác.",
        "Its day has passed and it could not be applied: its successor is gone. Please undo it and decide another."
    )
    /// Between one that ended and whoever took over instead.
    static let endedMeanwhile = Phrase(
        "đã kết thúc trước đó, tiếp nhận thay:", "had ended by then; in its place:")
}
