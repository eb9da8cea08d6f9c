package import Documents
package import Domain
import Foundation
import SQL
package import Store
import Trust
import Vietnamese

/// A file with its text, as the converter gives it.
package struct ReceivedDocument: Sendable {
    package var fileName: String
    package var mediaType: String
    package var bytes: [UInt8]
    package var text: String
    package var pageCount: Int?
    package var notices: [FileNotice]
    package var circulation: CirculationLimit?
    /// Letters of it were read from pictures.
    package var isRecognised = false
    /// What the file of a photo says of when and where it was taken; nil where nobody looked.
    package var photo: PhotoFacts?

    package init(
        fileName: String, mediaType: String, bytes: [UInt8], text: String, pageCount: Int? = nil,
        notices: [FileNotice] = [], circulation: CirculationLimit? = nil
    ) {
        self.fileName = fileName
        self.mediaType = mediaType
        self.bytes = bytes
        self.text = text
        self.pageCount = pageCount
        self.notices = notices
        self.circulation = circulation
    }

    package init(fileName: String, bytes: [UInt8], converted: ConvertedDocument) {
        self.init(
            fileName: fileName, mediaType: converted.kind.mediaType, bytes: bytes, text: converted.text,
            pageCount: converted.pages.count,
            notices: converted.notices.map {
                FileNotice(vietnamese: $0.sentence.vietnamese, english: $0.sentence.english)
            }, circulation: converted.circulation)
        isRecognised = converted.pages.contains { $0.source == .recognised }
    }
}

extension FileKind {
    /// As sent with a download.
    package var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .doc: "application/msword"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .rtf: "application/rtf"
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .tiff: "image/tiff"
        case .webp: "image/webp"
        }
    }
}

/// Takes a document in: reads it and keeps file, text and reading as a new draft of the agency.
package struct ReceiveDocument: Operation {
    private let agency: Agency.ID
    private let document: ReceivedDocument
    private let job: ReadingJob.ID?

    /// - Parameter job: the progress row that this ends.
    package init(agency: Agency.ID, document: ReceivedDocument, job: ReadingJob.ID? = nil) {
        self.agency = agency
        self.document = document
        self.job = job
    }

    package func run(in office: Office, as actor: Actor) async throws -> Plan {
        do {
            return try await receive(in: office, as: actor)
        } catch let refusal as any Refusal {
            try await noteRefusal(refusal, in: office, as: actor)
            throw refusal
        }
    }

    private func receive(in office: Office, as actor: Actor) async throws -> Plan {
        let agency = agency
        let agencies = try await office.pool.read { db in
            try Office.require(.receiveDocument, by: actor, on: try .init(agency: agency, in: db))
            return try db.agencies()
        }
        guard agencies.contains(where: { $0.id == agency }) else { throw NotFound.agency }
        guard document.bytes.count <= FileInfo.largestBytes else { throw ReceiveRefused.tooLarge }
        // The converter asks as well; what is stored must not hang on its caller having done so.
        if SecrecyMark.find(inFileName: document.fileName) != nil
            || SecrecyMark.find(in: document.text) != nil
        {
            throw ReceiveRefused.secret
        }
        guard let fileName = TypedText.line(document.fileName, limitBytes: FileInfo.longestNameBytes) else {
            throw ReceiveRefused.badFileName
        }
        let text = DocumentText(document.text)
        let draft = try Reading.draft(
            of: text, isRecognised: document.isRecognised, by: office.read, agencies: AgencyNames(agencies))
        let file = FileInfo(
            name: fileName, mediaType: document.mediaType, sizeBytes: document.bytes.count,
            sha256: Hexadecimal.encode(SHA256.digest(document.bytes)), pageCount: document.pageCount,
            notices: document.notices, circulation: document.circulation?.rawValue)
        let plan = Plan(
            id: office.newID(), agency: agency, file: file.sha256, title: draft.title.value,
            readerVersion: office.readerVersion, receivedAt: office.now(), receivedBy: actor.accountID)
        return try await store(plan, file: file, draft: draft, in: office, as: actor)
    }

    private func store(_ new: Plan, file: FileInfo, draft: PlanDraft, in office: Office, as actor: Actor)
        async throws -> Plan
    {
        let now = office.now()
        return try await office.pool.write { [document, job] db in
            try Office.require(.receiveDocument, by: actor, on: try .init(agency: new.agency, in: db))
            if let existing = try db.plan(of: new.agency, withFile: file.sha256) {
                throw ReceiveRefused.duplicate(existing.id)
            }
            var draft = draft
            if let number = draft.number?.value {
                Reading.addNumberWarning(to: &draft, others: try db.plans(numbered: number, except: nil))
            }
            ReadingDoubts.add(to: &draft, isRecognised: document.isRecognised)
            ReadingDoubts.addSameTitle(to: &draft, others: try db.plans(of: new.agency, titled: new.title))
            var plan = new
            plan.summarize(draft)
            try db.insertDocument(file, bytes: document.bytes, at: now)
            try db.insert(PlanRecord(plan: plan, file: file), text: document.text, reading: draft)
            if let job, var row = try db.readingJob(job) {
                row.state = .done
                row.plan = plan.id
                row.updatedAt = now
                try db.update(row)
            }
            try Office.record(
                "ReceiveDocument", "plan", plan.id.rawValue,
                [
                    "file": file.sha256, "title": PhoneMask.masked(plan.title),
                    "tasks": String(plan.taskCount),
                    "reader": plan.readerVersion, "to": plan.state.rawValue,
                ], by: actor, at: now, in: db)
            return plan
        }
    }

    /// Of a secret document only the time, the account and "refused" are kept.
    private func noteRefusal(_ refusal: any Refusal, in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [agency, job] db in
            if let job, var row = try db.readingJob(job), row.state == .running {
                row.state = .failed
                row.failure = ReadingFailure(refusal).stored
                row.updatedAt = now
                try db.update(row)
            }
            if case .secret? = refusal as? ReceiveRefused {
                try Office.record("RefuseSecret", "agency", agency.rawValue, [:], by: actor, at: now, in: db)
            }
        }
    }
}
