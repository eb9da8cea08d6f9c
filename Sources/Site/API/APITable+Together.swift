import Domain
import HTTP
import Operations
import Store

extension APITable {
    /// One verb on many tasks, and to whom they can be given.
    static let together: [APIEndpoint] = [
        .get(
            "/colleagues", "listColleagues",
            Phrase(
                "Những người của cơ quan có thể được giao nhiệm vụ.",
                "Those of the agency to whom a task can be given."), .writeTasks,
            query: APICall.paging(by: .id), answers: APICall.pageSchema(TogetherShapes.colleague.reference)
        ) { call in
            let colleagues = try await ListColleagues(of: call.agency).run(in: call.office, as: call.actor)
            return call.page(
                TogetherShapes.colleague, colleagues, by: \.id,
                after: call.request.query["after"].map { Account.ID($0) }, \.rawValue)
        },
        bulk("start", Phrase("Bắt đầu nhiều nhiệm vụ.", "Begin many tasks."), .writeTasks) { _ in .start },
        bulk(
            "submit", Phrase("Báo cáo hoàn thành nhiều nhiệm vụ.", "Report many tasks done."), .writeTasks,
            [
                note,
                .init(
                    "whyMissing", .words(words),
                    Phrase("Vì sao báo cáo khi còn phần việc thiếu.", "Why, while contributions are missing.")
                ),
            ]
        ) { call in .submit(note: call.text("note"), whyMissing: call.text("whyMissing")) },
        bulk(
            "delegate", Phrase("Giao nhiều nhiệm vụ cho một người.", "Give many tasks to somebody."),
            .writeTasks, [account]
        ) { call in .delegate(to: call.text("account").map { Account.ID($0) }) },
        bulk("accept", Phrase("Công nhận nhiều nhiệm vụ.", "Accept many tasks."), .judgeTasks) { _ in .accept
        },
        bulk("return", Phrase("Trả lại nhiều nhiệm vụ.", "Give many tasks back."), .judgeTasks, [reason]) {
            call in .return(reason: call.text("reason") ?? "")
        },
        bulk("cancel", Phrase("Hủy nhiều nhiệm vụ.", "Cancel many tasks."), .judgeTasks, [reason]) { call in
            .cancel(reason: call.text("reason") ?? "")
        },
        bulk(
            "remind", Phrase("Nhắc nhiều nhiệm vụ.", "Remind of many tasks."), .judgeTasks,
            [.init("words", .words(words), Phrase("Lời nhắc.", "The words."))]
        ) { call in .remind(words: call.text("words")) },
    ]

    /// Answers 200 with what became of each: what is refused for one is done for the others.
    private static func bulk(
        _ name: String, _ summary: Phrase, _ scope: APIScope, _ fields: [APIEndpoint.Field] = [],
        _ verb: @escaping @Sendable (APICall) -> BulkWork.Verb
    ) -> APIEndpoint {
        let targets = APIEndpoint.Field(
            "tasks", .targets,
            Phrase("Nhiệm vụ và revision đã xem.", "Tasks with the revisions that were seen."),
            isRequired: true)
        return .post(
            "/bulk/\(name)", "bulk_\(name)", summary, scope, body: [targets] + fields, condition: .none,
            answers: .object([.init(name: "items", schema: .array(TogetherShapes.outcome.reference))])
        ) { call in
            let outcomes = try await BulkWork(verb(call), call.targets).run(in: call.office, as: call.actor)
            return APIAnswer(.object(["items": .array(outcomes.map(TogetherShapes.outcome.json))]))
        }
    }
}

extension APICall {
    /// Each task once: of two revisions of one, the first.
    fileprivate var targets: [BulkWork.Target] {
        var seen: Set<String> = []
        return (body["tasks"]?.items ?? []).compactMap { item in
            guard let task = item["task"]?.text, case .integer(let revision)? = item["revision"],
                seen.insert(task).inserted
            else { return nil }
            return BulkWork.Target(task: Plan.Task.ID(task), revision: revision)
        }
    }
}
