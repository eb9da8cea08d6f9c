package import Domain
import Foundation
import SQL
package import Store

/// A table of tasks as plain text cells, for CSV and workbooks; the writers neutralise formulas.
package struct TaskTable: Sendable {
    package var headings: [String]
    package var rows: [[String]]
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
        var rows: [[String]] = []
        var mark: PageMark?
        // Page by page, so that no connection is held long.
        repeat {
            let page = try await office.pool.read { [filter, mark] db in
                try db.tasks(filter, today: today, after: mark, limit: PageLimit.largest)
            }
            for row in page.items { rows.append(cells(of: TaskAccess.masked(row), number: rows.count + 1)) }
            mark = page.next
        } while mark != nil && rows.count < Self.rowLimit
        return TaskTable(headings: headings, rows: Array(rows.prefix(Self.rowLimit)), isCut: mark != nil)
    }

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

    private func cells(of row: TaskRow, number: Int) -> [String] {
        let task = row.task
        return [
            String(number), task.text, task.at ?? "", task.lead.map(\.name).joined(separator: "; "),
            task.with.map(\.name).joined(separator: "; "), task.timeWords ?? "", day(task.deadline?.printed),
            day(task.deadline?.due), word(for: row.time), row.planNumber ?? "", row.planTitle,
            row.planIssuer ?? "",
        ]
    }

    /// As people here write days: 05/01/2026.
    private func day(_ day: CalendarDay?) -> String {
        guard let day else { return "" }
        return day.description.split(separator: "-").reversed().joined(separator: "/")
    }

    private func word(for time: TimeState) -> String {
        switch (time, language) {
        case (.overdue, .vietnamese): "Quá hạn"
        case (.dueSoon, .vietnamese): "Sắp đến hạn"
        case (.later, .vietnamese): "Còn thời gian"
        case (.continuous, .vietnamese): "Thường xuyên"
        case (.none, .vietnamese): "Không nêu thời gian"
        case (.overdue, .english): "Overdue"
        case (.dueSoon, .english): "Due soon"
        case (.later, .english): "Later"
        case (.continuous, .english): "Continuous"
        case (.none, .english): "No time given"
        }
    }
}
