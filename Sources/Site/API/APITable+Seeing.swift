import Domain
import HTTP
import Operations
import Store

extension APITable {
    /// How plans hang together, agencies' weeks, and the days on which offices are closed.
    static let seeing: [APIEndpoint] = [
        .get(
            "/plans/:plan/below", "listPlansBelow",
            Phrase(
                "Các kế hoạch triển khai nhiệm vụ của kế hoạch này, mọi cấp.",
                "Plans that carry out tasks of this one, of all levels."), .readPlans,
            query: APICall.paging(by: .id), answers: APICall.pageSchema(PlanShapes.below.reference)
        ) { call in
            let view = try await ShowCascade(plan: call.id("plan")).run(in: call.office, as: call.actor)
            return call.page(
                PlanShapes.below, view.below, by: \.plan,
                after: call.request.query["after"].map { Plan.ID($0) }, \.rawValue)
        },
        .get(
            "/plans/:plan/difference", "comparePlans",
            Phrase(
                "Nhiệm vụ nào giữ nguyên, gần giống, kết thúc, mới, so với một kế hoạch khác.",
                "Which duties stay, resemble each other, ended or are new, beside another plan."), .readTasks,
            query: [
                .init(
                    "with", .id, Phrase("Kế hoạch thay thế.", "The plan that replaces it."), isRequired: true)
            ], answers: PlanShapes.difference.reference
        ) { call in
            let compared = try await CompareDuties(
                plan: call.id("plan"), replacement: Plan.ID(call.request.query["with"] ?? "")
            ).run(in: call.office, as: call.actor)
            return APIAnswer(PlanShapes.difference.json(compared.difference))
        },
        .get(
            "/agencies/:agency/weeks", "showAgencyWeeks",
            Phrase(
                "Việc một cơ quan chủ trì, theo tuần quanh hôm nay.",
                "What an agency leads, by the weeks round today."), .readTasks,
            answers: weeksSchema
        ) { call in try await call.weeks(of: call.id("agency")) },
        .get(
            "/overview/weeks", "showHeatMap",
            Phrase(
                "Bảng nhiệt: một cơ quan và các cơ quan ngay dưới, theo 13 tuần; mọi việc trước đó gộp một cột.",
                "The heat map: an agency and those directly below it by 13 weeks; all before in one column."),
            .readTasks,
            query: [
                .init(
                    "of", .id,
                    Phrase("Cơ quan; không có thì của mã truy cập.", "The agency; else the token’s.")),
                .init(
                    "from", .day,
                    Phrase(
                        "Một ngày của tuần đầu; không có thì ba tuần trước.",
                        "A day of the first week; else three weeks back.")),
            ] + APICall.paging(by: .id), answers: APICall.pageSchema(PlanShapes.heat.reference)
        ) { call in try await call.heatMap() },
        .get(
            "/holidays", "listHolidays",
            Phrase("Ngày nghỉ và ngày làm bù của một năm.", "A year’s days off and exchanged days."),
            .readTasks,
            query: [
                .init(
                    "year", .number(1970...2100), Phrase("Năm; không có thì năm nay.", "Year; else this one.")
                )
            ],
            answers: .object([.init(name: "items", schema: .array(PlanShapes.holiday.reference))])
        ) { call in
            let year = call.request.query["year"].flatMap { Int($0) } ?? call.office.today.year
            let calendar = try await ShowWorkingCalendar(years: year...year)
                .run(in: call.office, as: call.actor)
            let holidays = calendar.holidays.filter { $0.day.year == year }
            return APIAnswer(.object(["items": .array(holidays.map(PlanShapes.holiday.json))]))
        },
        .post(
            "/plans/:plan/event", "setPlanEvent",
            Phrase(
                "Ghi sự kiện mà kế hoạch chuẩn bị; không có trường nào thì bỏ sự kiện.",
                "Say what the plan prepares for; without any field: nothing."), .judgeTasks,
            body: [
                .init("title", .words(300), Phrase("Tên sự kiện.", "What it is called.")),
                .init("from", .day, Phrase("Ngày đầu.", "The first day.")),
                .init("to", .day, Phrase("Ngày cuối.", "The last day.")),
            ], condition: .none, answers: PlanShapes.track.reference
        ) { call in
            let id: Plan.ID = try call.id("plan")
            try await SetPlanEvent(plan: id, event: try call.planEvent()).run(in: call.office, as: call.actor)
            return try await call.planTrack(id)
        },
    ]

    static let weeksSchema = APISchema.object([
        .init(name: "items", schema: .array(PlanShapes.week.reference))
    ])
}

extension APICall {
    /// Twelve weeks back, and 47 ahead.
    func weeks(of agency: Agency.ID) async throws -> APIAnswer {
        let now = office.today.week
        let weeks = try await ShowAgencyWeeks(of: agency, weeks: (now - 12)...(now + 47))
            .run(in: office, as: actor)
        let items = weeks.sorted { $0.key < $1.key }.map { PlanShapes.week.json(($0.key, $0.value)) }
        return APIAnswer(.object(["items": .array(items)]))
    }

    /// The agency first, then those below it in the order of their identifiers; the pages are the answers' own.
    fileprivate func heatMap() async throws -> APIAnswer {
        let register = try await office.agencyRegister()
        let top = request.query["of"].map { Agency.ID($0) } ?? agency
        guard register[top] != nil else { throw NotFound.agency }
        let last = request.query["after"].map { Agency.ID($0) }
        let below = register.children(of: top, on: office.today).map(\.id).sorted().filter { id in
            last.map { $0 < id } ?? true
        }
        let all = (last == nil ? [top] : []) + below
        let shown = Array(all.prefix(min(limit, ShowHeatMap.agencyLimit)))
        let first = request.query["from"].flatMap { CalendarDay(iso: $0) }?.week ?? (office.today.week - 3)
        let weeks = first...(first + 12)
        let map: [AgencyWeek] = try await ShowHeatMap(
            of: shown, weeks: weeks, earlier: ShowHeatMap.earlierLimit
        ).run(in: office, as: actor)
        let found = Dictionary(grouping: map, by: \.agency)
        let items = shown.map { id -> JSON in
            let rows = (found[id] ?? []).sorted { $0.week < $1.week }
            return PlanShapes.heat.json(
                HeatRow(
                    agency: id, name: register.name(of: id, on: office.today)?.name ?? id.rawValue,
                    earlier: rows.first { $0.week < first }?.counts ?? TaskCounts(),
                    weeks: rows.filter { weeks.contains($0.week) }.map { ($0.week, $0.counts) }))
        }
        // The agency itself isn't of the order that `after` names.
        let mark = shown.last { $0 != top }
        return page(items, after: all.count > shown.count ? (mark ?? Agency.ID("0")).rawValue : nil)
    }

    func planTrack(_ id: Plan.ID) async throws -> APIAnswer {
        let view = try await ShowPlan(plan: id).run(in: office, as: actor)
        let track = try await ShowPlanTrack(plan: id).run(in: office, as: actor)
        return APIAnswer(PlanShapes.track.json((view.plan, track)))
    }

    /// All three fields or none.
    fileprivate func planEvent() throws -> PlanEvent? {
        let fields = (text("title"), text("from"), text("to"))
        if case (nil, nil, nil) = fields { return nil }
        guard let title = fields.0, let from = fields.1.flatMap({ CalendarDay(iso: $0) }),
            let to = fields.2.flatMap({ CalendarDay(iso: $0) })
        else { throw APIProblem.incompleteEvent }
        return PlanEvent(title: title, from: from, to: to)
    }
}

extension APIProblem {
    fileprivate static let incompleteEvent = APIProblem(
        status: .unprocessableContent, code: "plan.incomplete-event",
        message: Phrase(
            "Sự kiện phải có cả tên, ngày đầu và ngày cuối.", "An event has a title, a first and a last day.")
    )
}
