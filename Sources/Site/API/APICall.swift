import Domain
import HTTP
import Markup
import Operations
import Store

/// A request of a program, whose token, fields and body have been checked against its endpoint.
struct APICall: Sendable {
    let site: Site
    let request: Request
    let caller: APICaller
    /// Of the body; empty where it has none.
    var body: JSON
    /// The revision that `If-Match` names; 0 where none is asked for.
    let revision: Int
    /// What came with the form; of uploads only.
    var upload: APIUpload?

    var office: Office { site.office }
    var actor: Actor { caller.actor }
    var agency: Agency.ID { caller.token.agency }

    /// An identifier out of the path; 404 where it can't be one.
    func id<Owner>(_ name: String, of _: Owner.Type = Owner.self) throws -> Identifier<Owner> {
        guard let text = request.parameters[name], APIInput.id.accepts(text) else {
            throw RequestRefused.notFound
        }
        return Identifier(text)
    }

    /// A day out of the path; 404 where it can't be one.
    func day(_ name: String) throws -> CalendarDay {
        guard let day = request.parameters[name].flatMap({ CalendarDay(iso: $0) }) else {
            throw RequestRefused.notFound
        }
        return day
    }

    func text(_ name: String) -> String? { body[name]?.text }

    func all(_ name: String) -> [String] { request.query.all(name) }

    /// The rows of a page.
    var limit: Int { request.query["limit"].flatMap { Int($0) } ?? PageLimit.standard }

    var mark: PageMark? { request.query["after"].map { PageMark(rawValue: $0) } }

    /// A page of a list with the address of the next.
    func page<Row>(_ shape: APIShape<Row>, _ page: Page<Row>) -> APIAnswer {
        self.page(page.items.map(shape.json), after: page.next?.rawValue)
    }

    func page(_ items: [JSON], after mark: String?) -> APIAnswer {
        let next = mark.map { mark in
            let fields = request.query.fields.filter { $0.name != "after" }.map {
                (name: $0.name, value: $0.value)
            }
            let query = (fields + [(name: "after", value: mark)]).map {
                PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value)
            }
            return request.rawPath + "?" + query.joined(separator: "&")
        }
        return APIAnswer(.object(["items": .array(items), "next": .optional(next)]), next: next)
    }

    /// A page of rows that were all read, in the order of a key that `after` names the last of.
    func page<Row, Key: Comparable>(
        _ shape: APIShape<Row>, _ rows: [Row], by key: (Row) -> Key, after last: Key?, _ mark: (Key) -> String
    ) -> APIAnswer {
        let rest = rows.map { (key: key($0), row: $0) }.filter { one in last.map { $0 < one.key } ?? true }
            .sorted { $0.key < $1.key }
        let shown = rest.prefix(limit)
        return page(
            shown.map { shape.json($0.row) },
            after: rest.count > shown.count ? shown.last.map { mark($0.key) } : nil)
    }

    /// The paging of such a list, whose marks are of one kind.
    static func paging(by input: APIInput) -> [APIEndpoint.Field] {
        [paging[0], .init("after", input, paging[1].summary)]
    }

    /// How many rows, and after which; every list takes both.
    static let paging: [APIEndpoint.Field] = [
        .init("limit", .number(1...PageLimit.largest), Phrase("Số dòng mỗi trang.", "Rows of a page.")),
        .init(
            "after", .mark, Phrase("Lấy từ next của trang trước.", "As the next of the page before has it.")),
    ]

    static func pageSchema(_ items: APISchema) -> APISchema {
        .object([
            .init(name: "items", schema: .array(items)),
            .init(name: "next", schema: .nullable(.string(format: "uri-reference"))),
        ])
    }
}
