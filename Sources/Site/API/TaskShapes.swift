import Domain
import Foundation
import Operations
import Store
import Vietnamese

/// How tasks and what belongs to them are told.
enum TaskShapes {
    static let state = APISchema.string(values: Plan.Task.State.allCases.map(\.rawValue))

    static let standing = APIShape<TaskStanding>(
        "Standing",
        [
            .one("state") { $0.state }, .count("revision") { $0.revision }, .day("due") { $0.due },
            .optionalText("reason") { $0.reason }, .optionalText("note") { $0.note },
            .instant("changedAt") { $0.changedAt }, .optionalText("changedBy") { $0.changedBy },
        ])

    static let party = APIShape<Party>(
        "Party", [.text("name") { $0.name }, .optionalID("agency") { $0.agency?.rawValue }])

    /// The fields of a task itself, whichever list or page it comes from.
    private static func fields<Value>(_ task: @escaping @Sendable (Value) -> Plan.Task) -> [APIShape<Value>
        .Field]
    {
        [
            .id("id") { task($0).id.rawValue }, .id("plan") { task($0).plan.rawValue },
            .count("revision") { task($0).revision }, .count("position") { task($0).position },
            .one("kind") { task($0).kind }, .optionalText("at") { task($0).at },
            .text("text") { task($0).text },
            .list("lead", party) { task($0).lead }, .list("with", party) { task($0).with },
            .optionalText("timeWords") { task($0).timeWords }, .day("due") { task($0).deadline?.due },
            .day("printedDay") { task($0).deadline?.printed },
            .init(
                name: "rhythm",
                schema: .nullable(.string(values: Rhythm.allCases.map(\.rawValue)))
            ) { .optional(task($0).rhythm?.rawValue) },
            .optionalText("periodsBy") { task($0).reporting?.rule }, .one("state") { task($0).state },
            .optionalText("reason") { task($0).progress.reason.map { PhoneMask.masked($0) } },
            .optionalText("note") { task($0).progress.note.map { PhoneMask.masked($0) } },
            .optionalText("missingReason") { task($0).progress.missingReason.map { PhoneMask.masked($0) } },
            .instant("submittedAt") { task($0).progress.submittedAt },
            .instant("endedAt") { task($0).progress.endedAt },
            .instant("changedAt") { task($0).progress.changedAt },
            .count("openContributions") { task($0).progress.openContributions },
            .bool("asksForTime") { task($0).progress.asksForTime },
            .optionalID("delegate") { task($0).progress.delegate?.rawValue },
        ]
    }

    /// What a verb leaves behind.
    static let task = APIShape<Plan.Task>("Task", fields { $0 })

    static let row = APIShape<TaskRow>(
        "TaskRow",
        fields { $0.task } + [
            .one("time") { $0.time }, .text("planTitle") { $0.planTitle },
            .optionalText("planNumber") { $0.planNumber }, .optionalText("planIssuer") { $0.planIssuer },
        ])

    static let deskRow = APIShape<DeskRow>(
        "DeskRow",
        [
            .shape("task", row) { $0.row }, .one("role") { $0.role }, .one("standing") { $0.standing },
            .day("due") { $0.due }, .bool("waitsForMe") { $0.waitsForMe },
            .bool("waitsForOthers") { $0.waitsForOthers },
        ])

    static let contribution = APIShape<Contribution>(
        "Contribution",
        [
            .id("id") { $0.id.rawValue }, .id("agency") { $0.agency.rawValue }, .one("state") { $0.state },
            .count("revision") { $0.revision }, .optionalText("asked") { $0.asked }, .day("due") { $0.due },
            .optionalText("note") { $0.note }, .optionalText("reason") { $0.reason },
            .instant("submittedAt") { $0.submittedAt },
        ])

    static let comment = APIShape<TaskComment>(
        "Comment",
        [
            .id("id") { $0.id.rawValue }, .one("kind") { $0.kind }, .text("text") { $0.text },
            .instant("madeAt") { $0.madeAt },
        ])

    static let moreTime = APIShape<TaskExtension>(
        "Extension",
        [
            .id("id") { $0.id.rawValue }, .one("state") { $0.state }, .day("oldDue") { $0.oldDue },
            .day("newDue") { $0.newDue }, .text("reason") { $0.reason },
            .optionalText("answer") { $0.answer },
            .instant("askedAt") { $0.askedAt }, .instant("answeredAt") { $0.answeredAt },
        ])

    /// What was kept of the page that a link leads to.
    static let page = APIShape<LinkedPage>(
        "LinkedPage",
        [.one("state") { $0.state }, .optionalText("title") { $0.title }, .instant("at") { $0.at }])

    /// Degrees times a million, north and east positive.
    static let photoPlace = APIShape<PhotoRecord.Place>(
        "PhotoPlace",
        [
            .init(name: "latitudeMillionths", schema: .integer(minimum: -90_000_000, maximum: 90_000_000)) {
                .integer($0.latitude)
            },
            .init(name: "longitudeMillionths", schema: .integer(minimum: -180_000_000, maximum: 180_000_000))
            {
                .integer($0.longitude)
            },
            .init(name: "accuracyMetres", schema: .nullable(.integer(minimum: 0))) { place in
                place.accuracyMetres.map { .integer($0) } ?? .null
            },
        ])

    /// What a photo's file says of itself.
    static let photo = APIShape<PhotoRecord>(
        "PhotoRecord",
        [.instant("takenAt") { $0.takenAt }, .optionalShape("place", photoPlace) { $0.place }])

    /// Files themselves are got one by one, with a scope of their own: they show persons.
    static let evidence = APIShape<Evidence>(
        "Evidence",
        [
            .id("id") { $0.id.rawValue }, .one("kind") { $0.kind }, .text("title") { $0.title },
            .optionalText("address") { $0.address }, .optionalShape("page", page) { $0.page },
            .optionalShape("photo", photo) { $0.record },
            .optionalText("mediaType") { $0.mediaType }, .optionalText("sha256") { $0.file },
            .optionalText("note") { $0.note }, .day("takenOn") { $0.takenOn },
            .optionalID("agency") { $0.agency?.rawValue },
            .optionalID("contribution") { $0.contribution?.rawValue },
            .day("period") { $0.period }, .instant("addedAt") { $0.addedAt },
        ])

    static let period = APIShape<Plan.Task.Period>(
        "Period",
        [
            .day("from") { $0.from }, .day("to") { $0.to }, .day("due") { $0.due },
            .day("coversFrom") { $0.coversFrom }, .one("state") { $0.state },
            .count("revision") { $0.revision }, .optionalText("note") { $0.note },
            .optionalText("reason") { $0.reason }, .instant("submittedAt") { $0.submittedAt },
        ])

    static let assignee = APIShape<(Assignee, String)>(
        "Assignee",
        [
            .id("agency") { $0.0.agency.rawValue }, .text("name") { $0.1 }, .one("role") { $0.0.role },
            .day("from") { $0.0.from },
        ])

    static let entry = APIShape<(LedgerEntry, String?)>(
        "HistoryEntry",
        [
            .instant("at") { $0.0.at }, .text("action") { $0.0.action }, .optionalText("actor") { $0.1 },
        ])

    static let track = APIShape<TaskTrack>(
        "TaskTrack",
        [
            .shape("task", task) { $0.task },
            .list("assignees", assignee) { track in
                track.assignees.map { ($0, track.agencyNames[$0.agency] ?? "") }
            },
            .list("contributions", contribution) { $0.contributions },
            .list("evidence", evidence) { $0.evidence },
            .list("extensions", moreTime) { $0.extensions }, .list("comments", comment) { $0.comments },
            .list("periods", period) { $0.periods },
            .list("history", entry) { track in
                track.history.map { entry in (entry, entry.actor.flatMap { track.accountNames[$0] }) }
            },
            .init(name: "workingDaysLeft", schema: .nullable(.integer())) { track in
                track.workingDaysLeft.map { .integer($0) } ?? .null
            },
            .bool("isSilent") { $0.isSilent }, .bool("isAtRisk") { $0.isAtRisk },
        ])
}

extension APIShape.Field {
    static func day(_ name: String, _ get: @escaping @Sendable (Value) -> CalendarDay?) -> Self {
        Self(name: name, schema: .nullable(.day)) { .optional(get($0)?.description) }
    }

    /// UTC, to the millisecond.
    static func instant(_ name: String, _ get: @escaping @Sendable (Value) -> Date?) -> Self {
        Self(name: name, schema: .nullable(.instant)) { value in
            guard let instant = get(value) else { return .null }
            var bytes: [UInt8] = []
            SiteLog.append(instant, to: &bytes)
            return .string(String(decoding: bytes, as: UTF8.self))
        }
    }
}
