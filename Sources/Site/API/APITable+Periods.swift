import Domain
import HTTP
import Operations

extension APITable {
    /// The periods of duties that return; each is named by its first day.
    static let periods: [APIEndpoint] = [
        .get(
            "/tasks/:task/periods", "listPeriods",
            Phrase(
                "Các kỳ đến kỳ sau kỳ này, cũ nhất trước.", "Periods up to the next one, the oldest first."),
            .readTasks, query: APICall.paging(by: .day),
            answers: APICall.pageSchema(TaskShapes.period.reference)
        ) { call in
            let track = try await ShowTaskTrack(task: call.id("task")).run(in: call.office, as: call.actor)
            return call.page(
                TaskShapes.period, track.periods, by: \.from,
                after: call.request.query["after"].flatMap { CalendarDay(iso: $0) }, \.description)
        },
        .post(
            "/tasks/:task/periods/:from/submit", "submitPeriod",
            Phrase("Báo cáo một kỳ.", "Report one period."), .writeTasks, body: [note],
            answers: TaskShapes.period.reference
        ) { call in
            let period = try await SubmitPeriod(
                task: call.id("task"), from: call.day("from"), revision: call.revision,
                note: call.text("note")
            ).run(in: call.office, as: call.actor)
            return APIAnswer(TaskShapes.period.json(period.withMaskedPhones), revision: period.revision)
        },
        judging("accept", "acceptPeriod", Phrase("Công nhận một kỳ.", "Accept one period’s report."), []),
        judging(
            "return", "returnPeriod", Phrase("Trả lại báo cáo một kỳ.", "Give one period’s report back."),
            [reason]),
    ]

    private static func judging(
        _ verb: String, _ name: String, _ summary: Phrase, _ body: [APIEndpoint.Field]
    ) -> APIEndpoint {
        .post(
            "/tasks/:task/periods/:from/\(verb)", name, summary, .judgeTasks, body: body,
            answers: TaskShapes.period.reference
        ) { call in
            let period = try await JudgePeriod(
                task: call.id("task"), from: call.day("from"), revision: call.revision,
                accepts: body.isEmpty, reason: call.text("reason")
            ).run(in: call.office, as: call.actor)
            return APIAnswer(TaskShapes.period.json(period.withMaskedPhones), revision: period.revision)
        }
    }
}
