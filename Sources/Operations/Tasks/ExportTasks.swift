package import Domain
import Foundation
import SQL
package import Store

/// A cell of a table of tasks: what a workbook can sort and add up stays a number or a day.
package enum TaskCell: Sendable, Hashable {
    case text(String)
    case number(Int)
    case day(CalendarDay?)

    /// As people here write it: a day as 05/01/2026, none as nothing.
    package var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .day(let day):
            day.map { $0.description.split(separator: "-").reversed().joined(separator: "/") } ?? ""
        }
    }
}

/// A table of tasks, for CSV and workbooks; the writers neutralise formulas.
package struct TaskTable: Sendable {
    /// A column's heading and its width in characters.
    package struct Column: Sendable, Hashable {
        package var heading: String
        package var width: Double
    }

    package var columns: [Column]
    package var rows: [[TaskCell]]
    /// More tasks were found than one export holds.
    package var isCut: Bool
}

/// Tasks of a filter as a table.
package struct ExportTasks: Operation {
    package enum Language: Sendable, CaseIterable {
        case vietnamese, english
    }

    private let filter: TaskFilter
    private let language: Language
    package static let rowLimit = 20_000

    package init(_ filter: TaskFilter = TaskFilter(), language: Language = .vietnamese) {
        self.filter = filter
        self.language = language
    }

    package func run(in office: Office, as actor: Actor) async throws -> TaskTable {
        try TaskAccess.require(.exportTasks, of: actor)
        let today = office.today
        var rows: [[TaskCell]] = []
        var mark: PageMark?
        // Page by page, so that no connection is held long.
        repeat {
            let page = try await office.pool.read { [filter, mark] db in
                try db.tasks(filter, today: today, after: mark, limit: PageLimit.largest)
            }
            for row in page.items { rows.append(cells(of: TaskAccess.masked(row), number: rows.count + 1)) }
            mark = page.next
        } while mark != nil && rows.count < Self.rowLimit
        return TaskTable(
            columns: zip(headings, Self.widths).map { .init(heading: $0, width: $1) },
            rows: Array(rows.prefix(Self.rowLimit)), isCut: mark != nil)
    }

    /// The words of a task need most; parties wrap.
    private static let widths: [Double] = [6, 60, 9, 28, 34, 22, 13, 13, 16, 16, 40, 26]

    private var headings: [String] {
        switch language {
        case .vietnamese:
            [
                "STT", "Nhiệm vụ", "Mục", "Chủ trì", "Phối hợp", "Thời gian (nguyên văn)",
                "Ngày trong văn bản",
                "Hạn hoàn thành", "Trạng thái", "Số, ký hiệu", "Kế hoạch", "Cơ quan ban hành",
            ]
        case .english:
            [
                "No.", "Task", "Section", "Lead", "Coordinating", "Time as printed", "Day printed", "Due",
                "State",
                "Number", "Plan", "Issuer",
            ]
        }
    }

    private func cells(of row: TaskRow, number: Int) -> [TaskCell] {
        let task = row.task
        return [
            .number(number), .text(task.text), .text(task.at ?? ""),
            .text(task.lead.map(\.name).joined(separator: "; ")),
            .text(task.with.map(\.name).joined(separator: "; ")), .text(task.timeWords ?? ""),
            .day(task.deadline?.printed), .day(task.deadline?.due), .text(word(for: row.time)),
            .text(row.planNumber ?? ""), .text(row.planTitle), .text(row.planIssuer ?? ""),
        ]
    }

    private func word(for time: TimeState) -> String {
        switch (time, language) {
        case (.overdue, .vietnamese): "Quá hạn"
        case (.dueSoon, .vietnamese): "Sắp đến hạn"
        case (.later, .vietnamese): "Chưa đến hạn"
        case (.continuous, .vietnamese): "Thường xuyên"
        case (.none, .vietnamese): "Chưa có thời hạn"
        case (.overdue, .english): "Overdue"
        case (.dueSoon, .english): "Due soon"
        case (.later, .english): "Later"
        case (.continuous, .english): "Continuous"
        case (.none, .english): "No time"
        }
    }
}
