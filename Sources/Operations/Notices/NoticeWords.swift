import Store
import Vietnamese

/// What notices show, without persons' telephone numbers.
enum NoticeWords {
    static func masked(_ text: String) -> String { PhoneMask.masked(text) }
}

extension NoticeRow {
    var masked: NoticeRow {
        var row = self
        row.planTitle = NoticeWords.masked(planTitle)
        row.taskText = taskText.map(NoticeWords.masked)
        return row
    }
}
