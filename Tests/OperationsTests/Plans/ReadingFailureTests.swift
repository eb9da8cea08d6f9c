import Documents
import Domain
import Locks
import PlanReader
import TestSupport
import Testing

@testable import Operations

/// Any server tells of a failed reading in the words of the one that read.
struct ReadingFailureTests {
    private static let failures: [ReadingFailure] =
        [
            ConversionRefused.empty, .tooLarge, .unknownKind, .notAccepted(.heic), .notAccepted(.otherOffice),
            .mismatch(named: "pdf", found: .docx), .twoKinds, .passwordProtected, .damaged(.pdf), .brokenText,
            .tooManyPages(6001), .tooManyPagesToRecognise(301), .pictureTooLarge, .expandsTooMuch,
            .textTooLong,
            .tookTooLong, .noText, .tooBusy, .secrecyMark,
        ].map { .conversion($0) }
        + UnreadablePlan.allCases.map { .receive(.unreadable($0)) }
        + [.receive(.duplicate(Plan.ID("p1"))), .receive(.tooLarge), .receive(.badFileName)]
        + AccessRefused.allCases.map { .access($0) } + NotFound.allCases.map { .notFound($0) } + [.abandoned]

    @Test(arguments: failures)
    func `What is stored gives the same sentence again`(failure: ReadingFailure) throws {
        let again = ReadingFailure(stored: failure.stored)
        let sentence = try #require(failure.sentence)
        #expect(again.sentence?.vietnamese == sentence.vietnamese)
        #expect(again.sentence?.english == sentence.english)
        #expect(again.earlierPlan == failure.earlierPlan)
        #expect(failure.stored.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `What isn't known is told as a failure without a reason`() {
        for stored in [
            "", "failure", "conversion:", "conversion:later", "conversion:mismatch:exe:docx", "x:y",
        ] {
            #expect(ReadingFailure(stored: stored).sentence == nil, "\(stored)")
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The row of a refused reading holds code and parameters`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { office in
            let member = office.actor(.member)
            let first = try await office.receive()
            let tooLong = ReadingFailure.conversion(.tooManyPages(7_000))
            let job = try await StartReading(agency: office.department.id).run(in: office.office, as: member)
            try await EndReading(job: job, failure: tooLong).run(in: office.office, as: member)
            let ended = try await ShowReading(job: job).run(in: office.office, as: member)
            #expect(ended.failure.map { ReadingFailure(stored: $0) } == tooLong)

            let next = try await StartReading(agency: office.department.id).run(in: office.office, as: member)
            let document = ReceivedDocument(
                fileName: "a.txt", mediaType: "text/plain", bytes: Array(ExampleOffice.text.utf8),
                text: ExampleOffice.text)
            await #expect(throws: ReceiveRefused.duplicate(first.id)) {
                try await ReceiveDocument(agency: office.department.id, document: document, job: next).run(
                    in: office.office, as: member)
            }
            let refused = try await ShowReading(job: next).run(in: office.office, as: member)
            #expect(refused.failure.map { ReadingFailure(stored: $0) }?.earlierPlan == first.id)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `Reading again keeps what a person should look at`(engine: TestDatabase.Engine) async throws {
        try await withOffice(engine) { office in
            var document = ReceivedDocument(
                fileName: "a.png", mediaType: "image/png", bytes: [1, 2, 3], text: ExampleOffice.text)
            document.isRecognised = true
            let plan = try await ReceiveDocument(agency: office.department.id, document: document).run(
                in: office.office, as: office.actor(.planner))
            let before = try await office.show(plan).draft.warnings.map(\.code)
            #expect(before.contains("recognised") && before.contains("notFound"))
            _ = try await ReadPlanAgain(plan: plan.id, revision: plan.revision).run(
                in: office.office, as: office.actor(.planner))
            #expect(try await office.show(plan).draft.warnings.map(\.code) == before)
        }
    }

    @Test(arguments: TestDatabase.Engine.all)
    func `The reader is told of a scan, whenever it reads it`(engine: TestDatabase.Engine) async throws {
        let told = Locked([Bool]())
        let read: Reading.Reader = { bytes, isRecognised throws(UnreadablePlan) in
            told.withLock { $0.append(isRecognised) }
            return try LineReader.read(bytes, isRecognised)
        }
        try await withOffice(engine, read: read) { office in
            let planner = office.actor(.planner)
            _ = try await office.receive()
            var document = ReceivedDocument(
                fileName: "b.png", mediaType: "image/png", bytes: [1, 2, 3], text: ExampleOffice.text)
            document.isRecognised = true
            let plan = try await ReceiveDocument(agency: office.department.id, document: document).run(
                in: office.office, as: planner)
            let again = try await ReadPlanAgain(plan: plan.id, revision: plan.revision).run(
                in: office.office, as: planner)
            #expect(told.withLock { $0 } == [false, true, true])
            _ = try await IssuePlan(
                plan: plan.id, revision: again.revision, acknowledgesTasksWithoutLead: true
            ).run(in: office.office, as: planner)
            _ = try await WithdrawPlan(plan: plan.id, reason: "nhầm").run(in: office.office, as: planner)
            let draft = try await DraftAgain(plan: plan.id).run(in: office.office, as: planner)
            #expect(told.withLock { $0 } == [false, true, true, true])
            #expect(try await office.show(draft).draft.warnings.contains { $0.code == "recognised" })
        }
    }
}
