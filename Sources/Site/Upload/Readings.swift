import Documents
import Domain
import Foundation
import HTTP
import Operations

/// The files that this server is reading at the moment: from their upload to the plan, or to the reason why not.
///
/// Progress stands in the database, so that any server can show it; here are only the tasks that can be stopped,
/// and the names of files, which may not be stored before the check for State secrets.
actor Readings {
    /// A file with the private folder that holds it; both go when the reading ends.
    struct Upload: Sendable {
        var path: String
        /// The user's name for it, made safe to show.
        var fileName: String
        /// Which of the files sent together it is, from 1: how a refused one is told from the others, whose
        /// name may not be kept.
        var position: Int
        var folder: Workspace
        /// The file's part of what all uploads may hold; given back with the folder.
        var held: UploadAllowance.Held
    }

    /// The most readings that wait and run on one server.
    static let limit = 40

    private let office: Office
    private let converter: DocumentConverter
    private let log: SiteLog
    private var running: [ReadingJob.ID: Task<Void, Never>] = [:]
    /// Files that were let in and whose jobs are being opened.
    private var starting = 0
    private var names: [ReadingJob.ID: String] = [:]
    private var positions: [ReadingJob.ID: Int] = [:]
    private var reasons: [ReadingJob.ID: Reason] = [:]
    private var order: [ReadingJob.ID] = []

    /// Why a file was not received.
    struct Reason: Sendable {
        var sentence: Phrase
        var duplicateOf: Plan.ID?
    }

    init(office: Office, converter: DocumentConverter, log: SiteLog) {
        self.office = office
        self.converter = converter
        self.log = log
    }

    /// Whether so many more files can be taken now.
    func hasRoom(for count: Int) -> Bool { running.count + starting + count <= Self.limit }

    /// Begins to read the files and returns at once; nil if there is no room for all of them.
    func start(_ uploads: [Upload], for agency: Agency.ID, as actor: Actor) async throws -> [ReadingJob.ID]? {
        guard hasRoom(for: uploads.count) else { return nil }
        starting += uploads.count
        defer { starting -= uploads.count }
        var jobs: [ReadingJob.ID] = []
        for upload in uploads {
            let job = try await StartReading(agency: agency).run(in: office, as: actor)
            remember(job, upload.fileName)
            positions[job] = upload.position
            running[job] = Task { await self.read(upload, job, agency, actor) }
            jobs.append(job)
        }
        return jobs
    }

    func name(of job: ReadingJob.ID) -> String? { names[job] }

    func position(of job: ReadingJob.ID) -> Int? { positions[job] }

    func reason(of job: ReadingJob.ID) -> Reason? { reasons[job] }

    /// Stops the tools of a reading, if it is this server's.
    func stop(_ job: ReadingJob.ID) { running[job]?.cancel() }

    func stopAll() async {
        for task in running.values { task.cancel() }
        await finishAll()
    }

    /// Returns when nothing is being read any more.
    func finishAll() async {
        for task in Array(running.values) { await task.value }
    }

    private func read(_ upload: Upload, _ job: ReadingJob.ID, _ agency: Agency.ID, _ actor: Actor) async {
        do {
            _ = try await plan(upload, job, agency, actor)
        } catch {
            await fail(job, error, actor)
        }
        running[job] = nil
        upload.folder.remove()
    }

    private func plan(_ upload: Upload, _ job: ReadingJob.ID, _ agency: Agency.ID, _ actor: Actor)
        async throws -> Plan
    {
        let (steps, feed) = AsyncStream.makeStream(
            of: ConversionProgress.self, bufferingPolicy: .bufferingNewest(1))
        let converter = converter
        let office = office
        let document = try await withThrowingTaskGroup(of: ConvertedDocument?.self) { group in
            group.addTask {
                defer { feed.finish() }
                return try await converter.convert(upload.path, named: upload.fileName) { feed.yield($0) }
            }
            group.addTask {
                for await step in steps {
                    guard let page = step.page, let count = step.pages else { continue }
                    let goesOn = try await UpdateReading(job: job, page: page, of: count).run(
                        in: office, as: actor)
                    if !goesOn { throw CancellationError() }
                }
                return nil
            }
            var document: ConvertedDocument?
            while let result = try await group.next() { document = document ?? result }
            return document
        }
        guard let document else { throw CancellationError() }
        try Task.checkCancellation()
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: upload.path)))
        return try await ReceiveDocument(
            agency: agency,
            document: ReceivedDocument(fileName: upload.fileName, bytes: bytes, converted: document), job: job
        ).run(in: office, as: actor)
    }

    /// Notes why a reading ended without a plan.
    ///
    /// Of a refused secret nothing is kept but that it was refused.
    private func fail(_ job: ReadingJob.ID, _ error: any Error, _ actor: Actor) async {
        if error is CancellationError {
            names[job] = nil
            // Its page may have cancelled it already; then there is nothing left to cancel.
            _ = try? await CancelReading(job: job).run(in: office, as: actor)
            return
        }
        let failure = ReadingFailure(error)
        if failure.stored == EndReading.secrecy { names[job] = nil }
        if let sentence = failure.sentence {
            reasons[job] = Reason(
                sentence: Phrase(sentence.vietnamese, sentence.english), duplicateOf: failure.earlierPlan)
        } else if let refusal = error as? any Refusal {
            // One that passes, such as a database that is away: it stays with this server.
            reasons[job] = Reason(sentence: Phrase(refusal.vietnamese, refusal.english))
        } else {
            reasons[job] = Reason(sentence: .readingFailed)
            log.line(
                .error, "reading-failed",
                [("job", .text(job.rawValue)), ("error", .text(String(reflecting: error)))])
        }
        do {
            try await EndReading(job: job, failure: failure).run(in: office, as: actor)
        } catch {
            log.line(
                .error, "reading-not-ended",
                [("job", .text(job.rawValue)), ("error", .text(String(reflecting: error)))])
        }
    }

    /// Keeps the names of the last readings only.
    private func remember(_ job: ReadingJob.ID, _ name: String) {
        names[job] = name
        order.append(job)
        while order.count > 10 * Self.limit {
            let old = order.removeFirst()
            names[old] = nil
            positions[old] = nil
            reasons[old] = nil
        }
    }
}
