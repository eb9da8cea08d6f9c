import Domain
import Operations
import Store
import Vietnamese

/// How plans, agencies and counts are told.
enum PlanShapes {
    static let plan = APIShape<Plan>(
        "Plan",
        [
            .id("id") { $0.id.rawValue }, .id("agency") { $0.agency.rawValue }, .one("state") { $0.state },
            .optionalText("kind") { $0.kind }, .optionalText("number") { $0.number },
            .text("title") { $0.title },
            .optionalText("issuer") { $0.issuer }, .optionalText("date") { $0.date?.description },
            .count("tasks") { $0.taskCount }, .instant("issuedAt") { $0.issuedAt },
        ])

    static let counts = APIShape<TaskCounts>(
        "Counts",
        [
            .count("pending") { $0.pending }, .count("submitted") { $0.submitted },
            .count("accepted") { $0.accepted },
            .count("cancelled") { $0.cancelled },
        ])

    static let burnUp = APIShape<BurnUpPoint>(
        "BurnUpPoint",
        [
            .day("week") { CalendarDay(week: $0.week) }, .count("due") { $0.due },
            .count("accepted") { $0.accepted },
        ])

    static let track = APIShape<(Plan, PlanTrack)>(
        "PlanTrack",
        [
            .shape("plan", plan) { $0.0 }, .shape("counts", counts) { $0.1.counts },
            .list("burnUp", burnUp) { $0.1.burnUp },
            .init(name: "event", schema: .nullable(event.reference)) { $0.1.event.map(event.json) ?? .null },
        ])

    /// What a plan prepares for.
    static let event = APIShape<PlanEvent>(
        "PlanEvent",
        [.text("title") { PhoneMask.masked($0.title) }, .day("from") { $0.from }, .day("to") { $0.to }])

    /// A plan that carries out a task of another.
    static let below = APIShape<PlanProgress>(
        "PlanBelow",
        [
            .id("plan") { $0.plan.rawValue }, .id("agency") { $0.agency.rawValue },
            .text("agencyName") { $0.agencyName }, .text("title") { $0.title },
            .optionalText("number") { $0.number }, .one("state") { $0.state },
            .id("task") { $0.task.rawValue }, .id("above") { $0.above.rawValue },
            .count("depth") { $0.depth }, .shape("counts", counts) { $0.counts },
        ])

    static let pair = APIShape<DutyPair>(
        "DutyPair", [.id("old") { $0.old.rawValue }, .id("new") { $0.new.rawValue }])

    static let difference = APIShape<DutyDifference>(
        "DutyDifference",
        [
            .list("stays", pair) { $0.stays }, .list("resembles", pair) { $0.resembles },
            .init(name: "ended", schema: .array(.id)) { .strings($0.ended.map(\.rawValue)) },
            .init(name: "new", schema: .array(.id)) { .strings($0.new.map(\.rawValue)) },
        ])

    static let holiday = APIShape<Holiday>(
        "Holiday", [.day("day") { $0.day }, .one("kind") { $0.kind }, .text("name") { $0.name }])

    static let agency = APIShape<Agency>(
        "Agency",
        [
            .id("id") { $0.id.rawValue }, .text("name") { $0.name },
            .init(name: "abbreviations", schema: .array(.text)) { .strings($0.abbreviations) },
            .one("kind") { $0.kind }, .one("level") { $0.level },
            .optionalID("parent") { $0.parent?.rawValue },
            .day("validFrom") { $0.validFrom }, .day("validTo") { $0.validTo },
            .init(name: "successors", schema: .array(.id)) { .strings($0.successors.map(\.rawValue)) },
            .optionalText("place") { $0.place },
        ])

    static let caller = APIShape<APICaller>(
        "Caller",
        [
            .id("agency") { $0.token.agency.rawValue }, .text("agencyName") { $0.agencyName },
            .text("name") { $0.token.name },
            .init(name: "scopes", schema: .array(.string(values: APIScope.allCases.map(\.rawValue)))) {
                .strings($0.token.scopes.sorted().map(\.rawValue))
            }, .instant("expiresAt") { $0.token.expiresAt },
        ])

    /// How many tasks are in each state of time.
    static let times = APIShape<[TimeState: Int]>(
        "TimeCounts",
        TimeState.allCases.map { state in .count(state.rawValue) { $0[state] ?? 0 } })

    static let desk = APIShape<[DeskList: Int]>(
        "DeskCounts", DeskList.allCases.map { list in .count(list.rawValue) { $0[list] ?? 0 } })

    static let heat = APIShape<HeatRow>(
        "HeatRow",
        [
            .id("agency") { $0.agency.rawValue }, .text("name") { $0.name },
            .shape("earlier", counts) { $0.earlier }, .list("weeks", week) { $0.weeks },
        ])

    static let week = APIShape<(Int, TaskCounts)>(
        "Week",
        [.day("monday") { CalendarDay(week: $0.0) }, .shape("counts", counts) { $0.1 }])
}

/// An agency's row of the heat map: the whole branch, as lead.
struct HeatRow: Sendable {
    var agency: Agency.ID
    var name: String
    /// All due before the first week.
    var earlier: TaskCounts
    /// Weeks with anything due.
    var weeks: [(Int, TaskCounts)]
}
