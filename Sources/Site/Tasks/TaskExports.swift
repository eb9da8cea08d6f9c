import Documents
import Domain
import Foundation
import HTTP
import Operations

extension SitePages {
    /// The list of tasks to be taken away, under the same filter as the list itself.
    mutating func addExports() {
        get(Routes.tasksTable) { visit in
            let table = try await visit.exportedTasks()
            let response = Response.stream(type: "text/csv; charset=utf-8") { writer in
                var csv = CSV(columns: table.columns.map(\.heading))
                for try await rows in table {
                    for row in rows { csv.append(row.map(\.text)) }
                    try await writer.write(csv.takeBytes())
                }
            }
            return visit.offered(response, ending: "csv")
        }
        get(Routes.tasksWorkbook) { visit in
            let table = try await visit.exportedTasks()
            guard table.count <= Spreadsheet.mostRows else { throw TooManyRows(count: table.count) }
            let file = try await TaskWorkbook(table: table, name: Phrase.tasks[visit.language]).write()
            let response = Response(.ok, headers: ["Content-Type": TaskWorkbook.mediaType], body: .file(file))
            return visit.offered(response, ending: "xlsx")
        }
    }
}

extension Visit {
    func exportedTasks() async throws -> TaskTable {
        let filter = taskFilter
        return try await ExportTasks(
            filter.wanted, by: filter.order, language: language == .vi ? .vietnamese : .english
        ).run(in: site.office, as: actor)
    }

    fileprivate func offered(_ response: Response, ending: String) -> Response {
        var response = response
        let day = CalendarDay(inVietnamAt: site.now())
        response.offerDownload(named: "\(Phrase("nhiem-vu", "tasks")[language])-\(day).\(ending)")
        response.headers["Cache-Control"] = "private, no-store"
        return response
    }
}

/// A table of tasks as a workbook.
struct TaskWorkbook: Sendable {
    static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    let table: TaskTable
    /// The sheet's.
    let name: String

    /// Writes it page by page; the file has no name any more and lasts as long as somebody holds it.
    func write() async throws -> OpenFile {
        // Not on the connection's thread: packing a hundred thousand rows takes seconds, in which others would wait.
        try await withTaskExecutorPreference(globalConcurrentExecutor) {
            try await written()
        }
    }

    @concurrent
    private func written() async throws -> OpenFile {
        // On disk, not in memory: a full sheet takes a gigabyte before it is packed.
        let root = FileManager.default.temporaryDirectory.path + "/loa-exports-\(getuid())"
        Workspace.purgeStale(root: root)
        let folder = try Workspace(root: root)
        defer { folder.remove() }
        let path = folder.path + "/tasks.xlsx"
        let sheet = try Spreadsheet(
            path: path, name: name, columns: table.columns.map { .init($0.heading, width: $0.width) })
        for try await rows in table {
            for row in rows { try sheet.append(row.map(SpreadsheetCell.init)) }
        }
        try sheet.finish()
        return try OpenFile(path: path)
    }
}

/// More tasks than a sheet of Excel can hold; a part of them would look like all.
struct TooManyRows: Refusal {
    let count: Int

    var code: String { "tasks.too-many-rows" }
    var vietnamese: String {
        "Có \(count) nhiệm vụ, nhiều hơn \(Spreadsheet.mostRows) dòng mà một trang tính Excel chứa được. Hãy lọc bớt, hoặc tải về CSV."
    }
    var english: String {
        "There are \(count) tasks, more than the \(Spreadsheet.mostRows) rows that a sheet of Excel holds. Filter them, or download CSV."
    }
    var httpStatus: Int { 422 }
}

extension SpreadsheetCell {
    init(_ cell: TaskCell) {
        self =
            switch cell {
            case .text(let text): .text(text)
            case .number(let number): .number(Double(number))
            case .day(let day?): .date(year: day.year, month: day.month, day: day.day)
            case .day(nil): .empty
            }
    }
}
