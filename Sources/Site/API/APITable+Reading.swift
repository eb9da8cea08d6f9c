import Domain
import HTTP
import Operations
import Store

extension APITable {
    static let reading: [APIEndpoint] = plans + tasks + lists + agencies

    /// Drafts are for those who correct them; no scope opens them.
    private static let published = Plan.State.allCases.filter { !$0.isDraft }

    private static let plans: [APIEndpoint] = [
        .get(
            "/plans", "listPlans",
            Phrase("Các kế hoạch, mới nhất trước.", "Plans, the youngest first."), .readPlans,
            query: [
                .init("q", .search, Phrase("Từ cần tìm.", "Words to look for.")),
                .init(
                    "state", .choice(published.map(\.rawValue)), Phrase("Trạng thái.", "State."), isList: true
                ),
                .init("agency", .id, Phrase("Cơ quan của kế hoạch.", "The plan's agency.")),
            ] + APICall.paging, answers: APICall.pageSchema(PlanShapes.plan.reference)
        ) { call in
            let query = call.request.query
            let states = call.all("state").compactMap(Plan.State.init(rawValue:))
            let page = try await ListPlans(
                search: query["q"] ?? "", states: Set(states.isEmpty ? published : states),
                agency: query["agency"].map { Agency.ID($0) }, after: call.mark, limit: call.limit
            ).run(in: call.office, as: call.actor)
            return call.page(PlanShapes.plan, page)
        },
        .get(
            "/plans/:plan", "showPlan", Phrase("Một kế hoạch và tiến độ.", "One plan and how it stands."),
            .readPlans,
            answers: PlanShapes.track.reference
        ) { call in
            try await call.planTrack(call.id("plan"))
        },
        .get(
            "/plans/:plan/tasks", "listPlanTasks",
            Phrase(
                "Nhiệm vụ của một kế hoạch, theo thứ tự văn bản.", "A plan's tasks, as the document has them."
            ),
            .readTasks, query: [closed] + APICall.paging,
            answers: APICall.pageSchema(TaskShapes.row.reference)
        ) { call in
            let id: Plan.ID = try call.id("plan")
            _ = try await ShowPlanTrack(plan: id).run(in: call.office, as: call.actor)
            let filter = TaskFilter(plans: [id], showsClosed: call.request.query["closed"] == "true")
            let page = try await ListTasks(filter, by: .plan, after: call.mark, limit: call.limit)
                .run(in: call.office, as: call.actor)
            return call.page(TaskShapes.row, page)
        },
    ]

    private static let closed = APIEndpoint.Field(
        "closed", .bool,
        Phrase(
            "true: nhiệm vụ đã kết thúc thay cho nhiệm vụ đang làm.",
            "true: ended tasks instead of live ones."))

    private static let tasks: [APIEndpoint] = [
        .get(
            "/tasks", "listTasks", Phrase("Nhiệm vụ của mọi kế hoạch.", "Tasks of all plans."), .readTasks,
            query: [
                .init("q", .search, Phrase("Từ cần tìm.", "Words to look for.")),
                .init("lead", .search, Phrase("Cơ quan chủ trì, theo tên.", "Lead, by name."), isList: true),
                .init(
                    "with", .search, Phrase("Cơ quan phối hợp, theo tên.", "Coordinator, by name."),
                    isList: true),
                .init("plan", .id, Phrase("Kế hoạch.", "Plan."), isList: true),
                .init(
                    "time", .one(of: TimeState.self), Phrase("Tình trạng thời hạn.", "State of time."),
                    isList: true),
                closed,
                .init("order", .one(of: TaskOrder.self), Phrase("Thứ tự.", "Order.")),
            ] + APICall.paging, answers: APICall.pageSchema(TaskShapes.row.reference)
        ) { call in
            let query = call.request.query
            let filter = TaskFilter(
                search: query["q"] ?? "", parties: call.all("lead"), role: .lead,
                coordinators: call.all("with"),
                plans: call.all("plan").map { Plan.ID($0) },
                times: Set(call.all("time").compactMap(TimeState.init(rawValue:))),
                showsClosed: query["closed"] == "true")
            let page = try await ListTasks(
                filter, by: query["order"].flatMap(TaskOrder.init(rawValue:)) ?? .due, after: call.mark,
                limit: call.limit
            ).run(in: call.office, as: call.actor)
            return call.page(TaskShapes.row, page)
        },
        .get(
            "/tasks/:task", "showTask",
            Phrase("Một nhiệm vụ với mọi diễn biến.", "One task with all that happened to it."), .readTasks,
            answers: TaskShapes.track.reference
        ) { call in
            let track = try await ShowTaskTrack(task: call.id("task")).run(in: call.office, as: call.actor)
            return APIAnswer(TaskShapes.track.json(track), revision: track.task.revision)
        },
    ]

    private static let lists: [APIEndpoint] =
        [
            .get(
                "/desk", "countDesk",
                Phrase(
                    "Số việc trong từng danh sách của cơ quan, tối đa 1.000.",
                    "How much stands on each list of the agency, up to 1,000."),
                .readTasks, answers: PlanShapes.desk.reference
            ) { call in
                APIAnswer(
                    PlanShapes.desk.json(
                        try await CountDesk(of: call.agency).run(in: call.office, as: call.actor)))
            }
        ]
        + DeskList.allCases.map { list in
            .get(
                "/desk/\(list.rawValue)", "listDesk_\(list.rawValue)",
                Phrase("Một danh sách công việc của cơ quan.", "One list of the agency's work."), .readTasks,
                query: APICall.paging, answers: APICall.pageSchema(TaskShapes.deskRow.reference)
            ) { call in
                let page = try await ListDesk(list, of: call.agency, after: call.mark, limit: call.limit)
                    .run(in: call.office, as: call.actor)
                return call.page(TaskShapes.deskRow, page)
            }
        }
        + WatchList.allCases.map { list in
            .get(
                "/overview/\(list.rawValue)", "listWatched_\(list.rawValue)",
                Phrase("Nhiệm vụ cần chú ý, của mọi cơ quan.", "Tasks to watch, of all agencies."),
                .readTasks,
                query: [.init("plan", .id, Phrase("Chỉ của kế hoạch này.", "Of this plan only."))]
                    + APICall.paging,
                answers: APICall.pageSchema(TaskShapes.row.reference)
            ) { call in
                let page = try await ListWatched(
                    list, plan: call.request.query["plan"].map { Plan.ID($0) }, after: call.mark,
                    limit: call.limit
                ).run(in: call.office, as: call.actor)
                return call.page(TaskShapes.row, page)
            }
        } + [
            .get(
                "/overview", "countTasks",
                Phrase("Số nhiệm vụ theo tình trạng thời hạn.", "How many tasks are in each state of time."),
                .readTasks,
                answers: PlanShapes.times.reference
            ) { call in
                APIAnswer(PlanShapes.times.json(try await CountTasks().run(in: call.office, as: call.actor)))
            },
            .get(
                "/desk/weeks", "showWeeks",
                Phrase(
                    "Việc cơ quan chủ trì, theo tuần quanh hôm nay.",
                    "What the agency leads, by the weeks round today."),
                .readTasks, answers: weeksSchema
            ) { call in try await call.weeks(of: call.agency) },
        ]

    private static let agencies: [APIEndpoint] = [
        .get(
            "/agencies", "listAgencies",
            Phrase("Các cơ quan theo mã định danh trong Loa.", "Agencies in the order of their identifiers."),
            .readAgencies,
            query: [
                .init(
                    "q", .search,
                    Phrase(
                        "Từ của tên hoặc tên viết tắt; chỉ \(PageLimit.largest) cơ quan khớp nhất.",
                        "Words of a name or an abbreviation; only the \(PageLimit.largest) that match best.")),
                .init(
                    "on", .day, Phrase("Chỉ cơ quan tồn tại ngày này.", "Only those that exist on this day.")),
                .init("parent", .id, Phrase("Ngay dưới cơ quan này.", "Directly below this one.")),
            ] + [
                APICall.paging[0],
                .init(
                    "after", .id,
                    Phrase("Mã cuối của trang trước.", "The last identifier of the page before.")),
            ],
            answers: APICall.pageSchema(PlanShapes.agency.reference)
        ) { call in try await call.agencies() },
        .get(
            "/agencies/:agency", "showAgency", Phrase("Một cơ quan.", "One agency."), .readAgencies,
            answers: PlanShapes.agency.reference
        ) { call in
            let view = try await ShowAgency(call.id("agency")).run(in: call.office, as: call.actor)
            return APIAnswer(PlanShapes.agency.json(view.agency))
        },
    ]
}

extension APICall {
    fileprivate func agencies() async throws -> APIAnswer {
        let query = request.query
        let day = query["on"].flatMap { CalendarDay(iso: $0) }
        let all =
            if let words = query["q"] {
                try await office.searchAgencies(words, on: day ?? office.today, limit: PageLimit.largest)
            } else { try await ListAgencies().run(in: office, as: actor) }
        let last = query["after"].map { Agency.ID($0) }
        let found = all.filter { agency in
            (last.map { $0 < agency.id } ?? true) && (day.map { agency.exists(on: $0) } ?? true)
                && (query["parent"].map { agency.parent?.rawValue == $0 } ?? true)
        }.sorted { $0.id < $1.id }
        let shown = found.prefix(limit)
        return page(
            shown.map(PlanShapes.agency.json),
            after: found.count > shown.count ? shown.last?.id.rawValue : nil)
    }
}
