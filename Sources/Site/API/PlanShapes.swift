import Domain
import Operations
import Store

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
        ])

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

    static let week = APIShape<(Int, TaskCounts)>(
        "Week",
        [.day("monday") { CalendarDay(week: $0.0) }, .shape("counts", counts) { $0.1 }])
}
