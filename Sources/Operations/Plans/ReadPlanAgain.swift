package import Domain
import Foundation
import SQL
import Store

/// Reads the stored text with the reader of now; corrections stay in force.
package struct ReadPlanAgain: Operation {
    private let plan: Plan.ID
    private let revision: Int

    package init(plan: Plan.ID, revision: Int) {
        self.plan = plan
        self.revision = revision
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        let now = office.now()
        return try await office.pool.write { [plan, revision] db in
            var open = try OpenDraft(
                plan, revision: revision, for: .readPlanAgain, .readAgain, by: actor, in: db)
            // Whether letters came from pictures hangs on the file, not on the reader: the first reading knew.
            let isRecognised = open.reading.isRecognised
            var reading = try Reading.draft(
                of: open.text, isRecognised: isRecognised, by: office.read,
                agencies: AgencyNames(try db.agencies()))
            reading = reading.keepingIdentity(of: open.reading)
            if let number = reading.number?.value {
                Reading.addNumberWarning(to: &reading, others: try db.plans(numbered: number, except: plan))
            }
            ReadingDoubts.add(to: &reading, isRecognised: isRecognised)
            ReadingDoubts.addSameTitle(
                to: &reading,
                others: try db.plans(of: open.record.plan.agency, titled: reading.title.value).filter {
                    $0.id != plan
                })
            let corrected = reading.applying(open.history.applied)
            let before = open.record.plan.readerVersion
            open.record.plan.readerVersion = office.readerVersion
            try db.replaceReading(of: plan, by: reading, at: now)
            try open.save(corrected.draft, in: db)
            try Office.record(
                "ReadPlanAgain", "plan", plan.rawValue,
                [
                    "from": before, "to": office.readerVersion,
                    "conflicts": String(corrected.conflicts.count),
                ], by: actor, at: now, in: db)
            return open.record.plan
        }
    }
}
