import Domain
import Operations
import Store

/// How colleagues, and what became of each task of one piece of work, are told.
enum TogetherShapes {
    static let colleague = APIShape<Colleague>(
        "Colleague", [.id("account") { $0.id.rawValue }, .text("name") { $0.displayName }])

    static let outcome = APIShape<BulkWork.Outcome>(
        "BulkOutcome",
        [
            .id("task") { $0.task.rawValue }, .bool("done") { $0.refusal == nil },
            .optionalText("code") { $0.refusal?.code },
            .init(
                name: "messages",
                schema: .nullable(
                    .object([.init(name: "vi", schema: .text), .init(name: "en", schema: .text)]))
            ) { outcome in
                outcome.refusal.map {
                    .object(["vi": .string($0.vietnamese), "en": .string($0.english)])
                } ?? .null
            },
        ])
}
