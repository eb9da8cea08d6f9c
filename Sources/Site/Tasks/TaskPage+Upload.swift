import Documents
import Domain
import Foundation
import HTTP
import Markup
import Operations
import Store

extension SitePages {
    /// Files of evidence, in and out.
    mutating func addEvidence() {
        postDocuments(Routes.taskEvidence, rules: .evidence) { visit, form, _ in
            try await visit.receiveEvidence(visit.id("task"), form)
        }
        get(Routes.evidenceFile) { visit in
            let file = try await ShowEvidenceFile(evidence: visit.id("evidence")).run(
                in: visit.site.office, as: visit.actor)
            return .download(file)
        }
    }
}

extension DocumentRules {
    /// One file or photo for a task.
    static let evidence = DocumentRules(
        fileLimitCount: 1, fileLimitBytes: Evidence.largestFileBytes,
        tooLarge: UploadRefused(
            sentence: Phrase(EvidenceRefused.tooLarge.vietnamese, EvidenceRefused.tooLarge.english),
            status: .contentTooLarge), admit: { try await $0.admitEvidence() },
        check: { _, form in
            guard form["attest"] == "yes" else { throw UploadRefused.attestFirst }
        },
        refused: { visit, refused in
            let page = try await visit.taskPage(
                visit.id("task"), typed: TypedWork(.file, Form(), fault: refused.sentence))
            var response = visit.html(page.view(visit.screen), status: refused.status)
            if let seconds = refused.retryAfterSeconds { response.headers["Retry-After"] = String(seconds) }
            return response
        })
}

extension Visit {
    /// Before the body is read: whether this account may add evidence here, and whether there is room.
    func admitEvidence() async throws -> UploadAllowance.Incoming {
        guard let session else { throw AccessRefused.signInFirst }
        return try await site.admitEvidence(
            for: id("task"), of: session.account.id, as: actor, announced: request.body.announcedLength)
    }

    func receiveEvidence(_ task: Plan.Task.ID, _ form: Form) async throws -> Response {
        guard let act = form["do"].flatMap(WorkAct.init(rawValue:)), act == .file || act == .photo else {
            throw RequestRefused(.badRequest)
        }
        guard let file = form.file("file") else {
            let typed = TypedWork(act, form, fault: .evidenceNeedsFile)
            return html(
                try await taskPage(task, typed: typed).view(screen), status: .unprocessableContent)
        }
        do {
            let document = try await site.evidenceDocument(file, isPhoto: act == .photo)
            let new: NewEvidence =
                act == .photo
                ? .photo(
                    document, place: form["spot"], takenOn: try optionalDay(form["taken"]), note: form["note"]
                )
                : .file(document, note: form["note"])
            _ = try await AddEvidence(task: task, place: try evidencePlace(form), new).run(
                in: site.office, as: actor)
        } catch let refused as ConversionRefused {
            if refused == .secrecyMark {
                try await NoteRefusedSecret(task: task).run(in: site.office, as: actor)
            }
            let sentence = refused.sentence
            let typed = TypedWork(act, form, fault: Phrase(sentence.vietnamese, sentence.english))
            return html(
                try await taskPage(task, typed: typed).view(screen), status: .unprocessableContent)
        } catch let refusal as any Refusal where refusal is TaskRefused || refusal is EvidenceRefused {
            return try await again(task, act, form, refusal)
        }
        return redirect(Routes.task(task.rawValue), flash: .changed)
    }

}

extension Site {
    /// Whether an actor may add evidence to a task, and whether there is room for what comes.
    func admitEvidence(
        for task: Plan.Task.ID, of account: Account.ID, as actor: Actor, announced: Int?
    ) async throws -> UploadAllowance.Incoming {
        let track = try await ShowTaskTrack(task: task).run(in: office, as: actor)
        let contributes = track.contributions.contains { track.allowed.contains(.contribute($0.agency)) }
        guard track.allowed.contains(.addEvidence) || contributes else { throw AccessRefused.notAllowed }
        return try uploads.admit(account, announced: announced)
    }

    /// The file with its text, read in the cage, so that a mark of secrecy is seen before anything is stored.
    func evidenceDocument(_ file: UploadedFile, isPhoto: Bool) async throws -> ReceivedDocument {
        var document = try await read(file, isPhoto: isPhoto)
        if isPhoto { document.photo = try await converter.photoFacts(file.path) }
        return document
    }

    private func read(_ file: UploadedFile, isPhoto: Bool) async throws -> ReceivedDocument {
        let name = file.fileName.name
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
        do {
            let converted = try await converter.convert(file.path, named: name)
            return ReceivedDocument(fileName: name, bytes: bytes, converted: converted)
        } catch let refused as ConversionRefused where refused == .noText && isPhoto {
            // Most photos show no writing, and then none that is a mark of secrecy.
            guard let type = PictureType.of(bytes) else { throw refused }
            return ReceivedDocument(fileName: name, mediaType: type, bytes: bytes, text: "", pageCount: 1)
        }
    }
}

/// What the first bytes of a picture say that it is.
private enum PictureType {
    static func of(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
            return "image/tiff"
        }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            return "image/webp"
        }
        return nil
    }
}
