import Domain
import HTTP
import Operations

extension APITable {
    /// Contributions as those who lead see them: asked for, and judged.
    static let contributions: [APIEndpoint] =
        [
            .post(
                "/tasks/:task/contributions", "askForContribution",
                Phrase(
                    "Đề nghị một cơ quan phối hợp làm phần việc; đề nghị lại thì thay lời và ngày.",
                    "Ask a coordinator for its part; asked again, the words and the day are changed."),
                .writeTasks,
                body: [
                    .init(
                        "agency", .id, Phrase("Cơ quan tham gia nhiệm vụ.", "One that acts on the task."),
                        isRequired: true),
                    .init("words", .words(words), Phrase("Cần làm gì.", "What is asked."), isRequired: true),
                    .init("due", .day, Phrase("Ngày cuối.", "The last day.")),
                ], condition: .none, answers: TaskShapes.contribution.reference
            ) { call in
                let part = try await AskForContribution(
                    task: call.id("task"), from: Agency.ID(call.text("agency") ?? ""),
                    words: call.text("words") ?? "", due: call.text("due").flatMap { CalendarDay(iso: $0) }
                ).run(in: call.office, as: call.actor)
                return APIAnswer(TaskShapes.contribution.json(part.withMaskedPhones), revision: part.revision)
            }
        ]
        + JudgeContribution.Step.allCases.map { step in
            .post(
                "/contributions/:contribution/\(step.rawValue)", "contribution_\(step.rawValue)",
                summary(step), .writeTasks, body: step == .accept ? [] : [reason],
                answers: TaskShapes.contribution.reference
            ) { call in
                let part = try await JudgeContribution(
                    contribution: call.id("contribution"), revision: call.revision, step,
                    reason: call.text("reason")
                ).run(in: call.office, as: call.actor)
                return APIAnswer(TaskShapes.contribution.json(part.withMaskedPhones), revision: part.revision)
            }
        }

    private static func summary(_ step: JudgeContribution.Step) -> Phrase {
        switch step {
        case .accept: Phrase("Công nhận phần việc phối hợp.", "Accept a contribution.")
        case .return: Phrase("Trả lại phần việc phối hợp.", "Give a contribution back.")
        case .cancel: Phrase("Không cần phần việc này nữa.", "No longer want a contribution.")
        }
    }
}
