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

/// Tasks as a table, for CSV and workbooks; the writers neutralise formulas.
///
/// Its rows come page by page, each read when it is asked for: an export holds no connection while its reader is
/// slow, has no limit of its own, and one that can't go on throws instead of ending early.
package struct TaskTable: AsyncSequence, Sendable {
    /// A column's heading and its width in characters.
    package struct Column: Sendable, Hashable {
        package var heading: String
        package var width: Double
    }

    package var columns: [Column]
    /// How many rows there are, counted before the first is read.
    package var count: Int
    /// Rows after the mark, and the mark behind them.
    fileprivate let page: @Sendable (PageMark?, Int) async throws -> (rows: [[TaskCell]], next: PageMark?)

    package func makeAsyncIterator() -> Iterator { Iterator(page: page) }

    /// Hands out the rows of one page after another.
    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let page: @Sendable (PageMark?, Int) async throws -> (rows: [[TaskCell]], next: PageMark?)
        private var mark: PageMark?
        private var count = 0
        private var isDone = false

        fileprivate init(
            page: @escaping @Sendable (PageMark?, Int) async throws -> (rows: [[TaskCell]], next: PageMark?)
        ) {
            self.page = page
        }

        package mutating func next() async throws -> [[TaskCell]]? {
            if isDone { return nil }
            let found = try await page(mark, count)
            (mark, count, isDone) = (found.next, count + found.rows.count, found.next == nil)
            return found.rows
        }
    }
}

/// Tasks of a filter as a table.
package struct ExportTasks: Operation {
    package enum Language: Sendable, CaseIterable {
        case vietnamese, english
    }

    private let filter: TaskFilter
    private let order: TaskOrder
    private let language: Language
    private let pageRows: Int

    /// - Parameter pageRows: how many rows are read at a time, at most `PageLimit.largest`.
    package init(
        _ filter: TaskFilter = TaskFilter(), by order: TaskOrder = .due, language: Language = .vietnamese,
        pageRows: Int = PageLimit.largest
    ) {
        self.filter = filter
        self.order = order
        self.language = language
        self.pageRows = pageRows
    }

    package func run(in office: Office, as actor: Actor) async throws -> TaskTable {
        try TaskAccess.require(.exportTasks, of: actor)
        let today = office.today
        let counts = try await office.pool.read { [filter] db in
            try db.countTasks(filter, today: today, upTo: nil)
        }
        let asked = filter.times.isEmpty ? Set(TimeState.allCases) : filter.times
        return TaskTable(
            columns: zip(headings, Self.widths).map { .init(heading: $0, width: $1) },
            count: asked.reduce(0) { $0 + (counts[$1] ?? 0) }
        ) { [self] mark, before in
            let page = try await office.pool.read { [filter, order, pageRows] db in
                try db.tasks(filter, by: order, today: today, after: mark, limit: pageRows)
            }
            let rows = page.items.enumerated().map {
                cells(of: TaskAccess.masked($1), number: before + $0 + 1)
            }
            return (rows, page.next)
        }
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
