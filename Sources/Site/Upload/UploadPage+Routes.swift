import Documents
import Domain
import HTTP
import Markup
import Operations

extension SitePages {
    mutating func addUploads() {
        get(Routes.upload) { visit in
            let page = visit.uploadPage()
            guard !page.agencies.isEmpty else { throw AccessRefused.notAllowed }
            return visit.html(page.view(visit.screen))
        }
        postDocuments(Routes.upload) { visit, form, incoming in try await visit.receive(form, incoming) }
        get(Routes.reading) { visit in visit.html(try await visit.readingPage().view(visit.screen)) }
        get(Routes.readingEvents) { visit in
            let job: ReadingJob.ID = try visit.id("reading")
            // Asked once before the stream begins, so that a stranger gets an error and no stream.
            _ = try await visit.readingEntry(job)
            var body = StreamBody { try await visit.follow(job, $0) }
            body.endsAtShutdown = true
            body.flushesEachWrite = true
            return Response(
                .ok,
                headers: [
                    "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store",
                    "X-Accel-Buffering": "no",
                ], body: .stream(body))
        }
        post(Routes.cancelReading) { visit, _ in
            let job: ReadingJob.ID = try visit.id("reading")
            _ = try await CancelReading(job: job).run(in: visit.site.office, as: visit.actor)
            await visit.site.readings.stop(job)
            return visit.redirect(Routes.reading(job.rawValue))
        }
    }
}

extension Visit {
    /// How often the state of a reading is looked up for one open page.
    static let followInterval = Duration.milliseconds(700)
    /// How long one stream lasts; the browser then opens another.
    static let followLimit = 600

    func uploadPage(fault: Phrase? = nil) -> UploadPage {
        let roles: Set<Role> = Set(
            Role.allCases.filter { Permission.reach(of: $0, for: .receiveDocument) != .never })
        let agencies = actor.agencies(as: roles).map {
            ($0.rawValue, session?.agencyNames[$0] ?? $0.rawValue)
        }
        return UploadPage(agencies: agencies, fault: fault)
    }

    /// Before the body is read: whether this account may send documents at all, and whether there is room.
    func admitUpload() async throws -> UploadAllowance.Incoming {
        guard let session, !uploadPage().agencies.isEmpty else { throw AccessRefused.notAllowed }
        guard await site.readings.hasRoom(for: 1) else { throw UploadRefused.queueFull }
        return try site.uploads.admit(session.account.id, announced: request.body.announcedLength)
    }

    /// What the fields before the files must say.
    func checkUpload(_ form: Form) throws {
        guard form["attest"] == "yes" else { throw UploadRefused.attestFirst }
        guard let agency = form["agency"] else { throw UploadRefused.noFile }
        guard uploadPage().agencies.contains(where: { $0.id == agency }) else {
            throw AccessRefused.notAllowed
        }
    }

    /// The page again, with what was wrong.
    func refused(_ refused: UploadRefused) -> Response {
        var response = html(uploadPage(fault: refused.sentence).view(screen), status: refused.status)
        if let seconds = refused.retryAfterSeconds { response.headers["Retry-After"] = String(seconds) }
        return response
    }

    func receive(_ form: Form, _ incoming: UploadAllowance.Incoming) async throws -> Response {
        let files = form.files.filter { $0.name == "file" }.map(\.file)
        guard !files.isEmpty, let agency = form["agency"] else { throw UploadRefused.noFile }
        var uploads: [Readings.Upload] = []
        for (index, file) in files.enumerated() {
            // Each file gets a folder of its own, that of the form dies with the request.
            let own = try Workspace()
            let path = own.path + "/document"
            try file.keep(at: path)
            uploads.append(
                Readings.Upload(
                    path: path, fileName: file.fileName.name, position: index + 1, folder: own,
                    held: incoming.handOver(file.byteCount)))
        }
        guard let jobs = try await site.readings.start(uploads, for: Agency.ID(agency), as: actor) else {
            throw UploadRefused.queueFull
        }
        return redirect(Routes.reading(jobs.map(\.rawValue).joined(separator: ".")))
    }

    func readingPage() async throws -> ReadingPage {
        let texts = (request.parameters["reading"] ?? "").split(separator: ".").prefix(
            UploadPage.fileLimitCount)
        var entries: [ReadingPage.Entry] = []
        for text in texts { entries.append(try await readingEntry(ReadingJob.ID(String(text)))) }
        if entries.isEmpty { throw RequestRefused.notFound }
        return ReadingPage(entries: entries)
    }

    func readingEntry(_ id: ReadingJob.ID) async throws -> ReadingPage.Entry {
        let job = try await ShowReading(job: id).run(in: site.office, as: actor)
        let reason = await site.readings.reason(of: id)
        let failure = job.failure.map { ReadingFailure(stored: $0) }
        let state: ReadingPage.State =
            switch job.state {
            case .running: job.pageCount.map { .running(page: job.page, of: $0) } ?? .waiting
            case .done: job.plan.map { .done(plan: $0.rawValue) } ?? .cancelled
            case .failed:
                .failed(
                    reason?.sentence ?? Self.sentence(of: failure),
                    duplicateOf: (reason?.duplicateOf ?? failure?.earlierPlan)?.rawValue)
            case .cancelled: .cancelled
            }
        return ReadingPage.Entry(
            id: id.rawValue, fileName: await name(of: id), state: state)
    }

    /// The file's name, or where it may not be kept its place among those sent together.
    private func name(of job: ReadingJob.ID) async -> String {
        if let name = await site.readings.name(of: job) { return name }
        let position = await site.readings.position(of: job)
        return position.map { Phrase.fileAt($0)[language] } ?? Phrase.document[language]
    }

    /// The reason as the database knows it, where another server read the file, or this one before it started anew.
    private static func sentence(of failure: ReadingFailure?) -> Phrase {
        failure?.sentence.map { Phrase($0.vietnamese, $0.english) } ?? .readingFailed
    }

    /// Sends the entry whenever it changes, until it is at its end.
    func follow(_ job: ReadingJob.ID, _ writer: any ResponseWriter) async throws {
        let screen = screen
        var last: ReadingPage.State?
        for _ in 0..<Self.followLimit {
            let entry = try await readingEntry(job)
            if entry.state != last {
                last = entry.state
                let page = ReadingPage(entries: [entry])
                let lines = page.entry(screen, entry).string.split(whereSeparator: \.isNewline)
                try await writer.write(Array((lines.map { "data: \($0)\n" }.joined() + "\n").utf8))
                if !page.isRunning { return }
            } else {
                try await writer.write(Array(": \n\n".utf8))
            }
            try await Task.sleep(for: Self.followInterval)
        }
    }
}
