import Domain
import HTTP
import Operations
import Store

extension APITable {
    /// Of a note or a reason: 4,000 bytes, and a character takes up to four.
    static let words = 1_000

    static let note = APIEndpoint.Field(
        "note", .words(words), Phrase("Đã làm được gì.", "What was done."))
    static let reason = APIEndpoint.Field(
        "reason", .words(words), Phrase("Lý do.", "The reason."), isRequired: true)

    static let verbs: [APIEndpoint] = working + judging + remarks + contributing + contributions

    private static func taskVerb(
        _ pattern: String, _ name: String, _ summary: Phrase, _ scope: APIScope,
        body: [APIEndpoint.Field] = [],
        condition: APIEndpoint.Condition = .revision,
        _ run: @escaping @Sendable (APICall, Plan.Task.ID) async throws -> Plan.Task
    ) -> APIEndpoint {
        .post(
            "/tasks/:task/\(pattern)", name, summary, scope, body: body, condition: condition,
            answers: TaskShapes.task.reference
        ) { call in
            let task = try await run(call, call.id("task"))
            return APIAnswer(TaskShapes.task.json(task.withMaskedPhones), revision: task.revision)
        }
    }

    private static let working: [APIEndpoint] = [
        taskVerb("start", "startTask", Phrase("Bắt đầu.", "Begin."), .writeTasks) { call, id in
            try await StartTask(task: id, revision: call.revision).run(in: call.office, as: call.actor)
        },
        taskVerb(
            "submit", "submitTask", Phrase("Báo cáo hoàn thành.", "Report it done."), .writeTasks,
            body: [
                note,
                .init(
                    "whyMissing", .words(words),
                    Phrase("Vì sao báo cáo khi còn phần việc thiếu.", "Why, while contributions are missing.")
                ),
            ]
        ) { call, id in
            try await SubmitTask(
                task: id, revision: call.revision, note: call.text("note"),
                whyMissing: call.text("whyMissing")
            ).run(in: call.office, as: call.actor)
        },
        taskVerb("take-back", "takeBackTask", Phrase("Rút báo cáo.", "Take the report back."), .writeTasks) {
            call, id in
            try await TakeBackTask(task: id, revision: call.revision).run(in: call.office, as: call.actor)
        },
        taskVerb(
            "delegate", "delegateTask",
            Phrase(
                "Giao cho một người của cơ quan chủ trì; không có account thì giao lại cho cả cơ quan.",
                "Give it to somebody of the lead agency; without an account, back to the agency."),
            .writeTasks, body: [account]
        ) { call, id in
            try await DelegateTask(
                task: id, revision: call.revision, to: call.text("account").map { Account.ID($0) }
            ).run(in: call.office, as: call.actor)
        },
        taskVerb(
            "implementations", "registerImplementation",
            Phrase(
                "Ghi kế hoạch của cơ quan đã ban hành để triển khai nhiệm vụ.",
                "Register the agency’s own issued plan as what carries it out."), .writeTasks,
            body: [
                .init("plan", .id, Phrase("Kế hoạch của cơ quan.", "The agency’s plan."), isRequired: true)
            ],
            condition: .none
        ) { call, id in
            try await RegisterImplementation(plan: Plan.ID(call.text("plan") ?? ""), of: id)
                .run(in: call.office, as: call.actor)
        },
    ]

    static let account = APIEndpoint.Field(
        "account", .id, Phrase("Lấy từ /colleagues.", "As /colleagues has it."))

    private static let judging: [APIEndpoint] = [
        taskVerb("accept", "acceptTask", Phrase("Công nhận kết quả.", "Accept the report."), .judgeTasks) {
            call, id in
            try await AcceptTask(task: id, revision: call.revision).run(in: call.office, as: call.actor)
        },
        taskVerb(
            "return", "returnTask", Phrase("Trả lại, nêu lý do.", "Give it back, with the reason."),
            .judgeTasks,
            body: [reason]
        ) { call, id in
            try await ReturnTask(task: id, revision: call.revision, reason: call.text("reason") ?? "")
                .run(in: call.office, as: call.actor)
        },
        taskVerb("cancel", "cancelTask", Phrase("Hủy nhiệm vụ.", "Cancel it."), .judgeTasks, body: [reason]) {
            call, id in
            try await CancelTask(task: id, revision: call.revision, reason: call.text("reason") ?? "")
                .run(in: call.office, as: call.actor)
        },
        taskVerb("reopen", "reopenTask", Phrase("Mở lại.", "Open it again."), .judgeTasks, body: [reason]) {
            call, id in
            try await ReopenTask(task: id, revision: call.revision, reason: call.text("reason") ?? "")
                .run(in: call.office, as: call.actor)
        },
        taskVerb(
            "rhythm", "setRhythm",
            Phrase(
                "Đặt nhịp lặp lại; không có rhythm thì nhiệm vụ không lặp lại.",
                "Say how often it returns; without a rhythm it doesn’t."), .judgeTasks,
            body: [
                .init("rhythm", .one(of: Rhythm.self), Phrase("Nhịp.", "The rhythm.")),
                .init(
                    "byLaw", .bool,
                    Phrase(
                        "Tính kỳ theo thời gian chốt số liệu của nghị định; không có thì giữ nguyên.",
                        "Reckon periods by the decree’s cut-off days; left out: as before.")),
            ]
        ) { call, id in
            try await SetRhythm(
                task: id, revision: call.revision,
                rhythm: call.text("rhythm").flatMap(Rhythm.init(rawValue:)),
                isByLaw: call.body["byLaw"].map { $0 == .bool(true) }
            ).run(in: call.office, as: call.actor)
        },
        .post(
            "/tasks/:task/remind", "remindTask", Phrase("Nhắc việc.", "Remind those who lead it."),
            .judgeTasks, body: [.init("words", .words(words), Phrase("Lời nhắc.", "The words."))],
            condition: .none, answers: TaskShapes.comment.reference, status: .created
        ) { call in
            let comment = try await RemindTask(task: call.id("task"), words: call.text("words"))
                .run(in: call.office, as: call.actor)
            return APIAnswer(TaskShapes.comment.json(comment.withMaskedPhones))
        },
        taskVerb(
            "extension/answer", "answerExtension",
            Phrase("Trả lời đề nghị gia hạn.", "Answer the request for time."), .judgeTasks,
            body: [
                .init(
                    "grants", .bool, Phrase("Đồng ý hay không.", "Whether it is granted."), isRequired: true),
                .init(
                    "words", .words(words),
                    Phrase("Lời đáp; cần khi từ chối.", "The answer; needed to refuse.")),
            ], condition: .none
        ) { call, id in
            try await AnswerRequestForTime(
                task: id, grants: call.body["grants"] == .bool(true), words: call.text("words")
            ).run(in: call.office, as: call.actor)
        },
    ]

    private static let remarks: [APIEndpoint] = [
        .post(
            "/tasks/:task/comments", "commentOnTask", Phrase("Ghi ý kiến.", "Remark on it."), .writeTasks,
            body: [.init("text", .words(words), Phrase("Ý kiến.", "The remark."), isRequired: true)],
            condition: .none, answers: TaskShapes.comment.reference, status: .created
        ) { call in
            let comment = try await CommentOnTask(task: call.id("task"), text: call.text("text") ?? "")
                .run(in: call.office, as: call.actor)
            return APIAnswer(TaskShapes.comment.json(comment.withMaskedPhones))
        },
        .post(
            "/tasks/:task/extension", "askForTime", Phrase("Đề nghị gia hạn.", "Ask for more time."),
            .writeTasks,
            body: [
                .init("until", .day, Phrase("Ngày cuối mới.", "The new last day."), isRequired: true), reason,
            ],
            condition: .none, answers: TaskShapes.moreTime.reference, status: .created
        ) { call in
            guard let day = call.text("until").flatMap({ CalendarDay(iso: $0) }) else {
                throw APIProblem.badBody("until")
            }
            let asked = try await AskForTime(
                task: call.id("task"), until: day, reason: call.text("reason") ?? ""
            )
            .run(in: call.office, as: call.actor)
            return APIAnswer(TaskShapes.moreTime.json(asked.withMaskedPhones))
        },
    ]

    /// The token's agency does its own part; `If-Match: "0"` where there is none yet.
    private static let contributing: [APIEndpoint] = Contribute.Step.allCases.map { step in
        let (pattern, summary) =
            switch step {
            case .start: ("start", Phrase("Bắt đầu phần việc phối hợp.", "Begin the agency's contribution."))
            case .submit: ("submit", Phrase("Nộp phần việc phối hợp.", "Hand the contribution in."))
            case .takeBack: ("take-back", Phrase("Rút phần việc đã nộp.", "Take the contribution back."))
            }
        return .post(
            "/tasks/:task/contribution/\(pattern)", "contribute_\(step.rawValue)", summary, .writeTasks,
            body: step == .submit ? [note] : [], answers: TaskShapes.contribution.reference
        ) { call in
            let part = try await Contribute(
                to: call.id("task"), of: call.agency, revision: call.revision, step, note: call.text("note")
            ).run(in: call.office, as: call.actor)
            return APIAnswer(TaskShapes.contribution.json(part.withMaskedPhones), revision: part.revision)
        }
    }
}
