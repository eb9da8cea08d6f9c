import Documents
package import Domain
import Foundation
import SQL
import Store
import Trust
import Vietnamese

/// What evidence belongs to besides its task.
package enum EvidencePlace: Hashable, Sendable {
    /// The lead's own.
    case task
    /// A coordinator's.
    case contribution(Contribution.ID)
    /// The lead's, for the period that begins on the day.
    case period(CalendarDay)
}

/// What is added: each with what the person types.
package enum NewEvidence: Sendable {
    /// A document that the converter has read (`Documents.DocumentConverter`), as an upload of a plan is.
    case file(ReceivedDocument, note: String?)
    /// A picture that the converter has read, so that a mark of secrecy on it is seen.
    case photo(ReceivedDocument, place: String?, takenOn: CalendarDay?, note: String?)
    /// An address with the title that the person gives it; its page's own is fetched soon after (`KeepPages`).
    case link(address: String, title: String, note: String?)
}

/// Why evidence isn't taken.
package enum EvidenceRefused: String, Refusal, Hashable, CaseIterable {
    case secret
    case tooLarge
    case badFileName
    case notAPicture
    case badAddress
    case badText

    package var code: String { "evidence.\(rawValue)" }

    package var vietnamese: String {
        switch self {
        case .secret: ConversionRefused.secrecyMark.sentence.vietnamese
        case .tooLarge: "Tệp minh chứng lớn quá \(Evidence.largestFileBytes / 1024 / 1024) MB."
        case .badFileName: "Tên tệp trống hoặc quá dài."
        case .notAPicture: "Ảnh phải là tệp JPEG, PNG, TIFF hoặc WebP."
        case .badAddress: "Địa chỉ phải bắt đầu bằng https:// hoặc http:// và có tên máy chủ."
        case .badText: "Nội dung trống, quá dài hoặc có ký tự không dùng được."
        }
    }

    package var english: String {
        switch self {
        case .secret: ConversionRefused.secrecyMark.sentence.english
        case .tooLarge: "The file is larger than \(Evidence.largestFileBytes / 1024 / 1024) MB."
        case .badFileName: "The file's name is empty or too long."
        case .notAPicture: "A photo must be a JPEG, PNG, TIFF or WebP file."
        case .badAddress: "The address must begin with https:// or http:// and name a server."
        case .badText: "The content is empty, too long, or has characters that can't be used."
        }
    }

    package var httpStatus: Int { self == .tooLarge ? 413 : 422 }
}

/// Adds what shows that a task, a contribution or a period was done.
package struct AddEvidence: Operation {
    private let task: Plan.Task.ID
    private let place: EvidencePlace
    private let new: NewEvidence

    package init(task: Plan.Task.ID, place: EvidencePlace = .task, _ new: NewEvidence) {
        self.task = task
        self.place = place
        self.new = new
    }

    package func run(in office: Office, as actor: Actor) async throws -> Evidence {
        do {
            return try await add(in: office, as: actor)
        } catch let refusal as EvidenceRefused where refusal == .secret {
            let now = office.now()
            try await office.pool.write { [task] db in
                // Only the time, the account and that it was refused.
                try Office.record("RefuseSecret", "task", task.rawValue, [:], by: actor, at: now, in: db)
            }
            throw refusal
        }
    }

    private func add(in office: Office, as actor: Actor) async throws -> Evidence {
        let now = office.now()
        var evidence = Evidence(
            id: office.newID(), task: task, kind: .link, title: "", addedAt: now, addedBy: actor.accountID)
        let bytes: [UInt8]?
        switch new {
        case .file(let document, let note):
            try evidence.take(document, as: .file)
            evidence.note = try OpenTask.note(note)
            bytes = document.bytes
        case .photo(let document, let spot, let day, let note):
            guard day?.isSensible ?? true else { throw TaskRefused.farDay }
            guard document.mediaType.hasPrefix("image/") else { throw EvidenceRefused.notAPicture }
            try evidence.take(document, as: .photo)
            evidence.place = try OpenTask.note(spot)
            evidence.takenOn = day
            evidence.record = document.photo.map(PhotoRecord.init)
            evidence.note = try OpenTask.note(note)
            bytes = document.bytes
        case .link(let address, let title, let note):
            evidence.address = try Self.checked(address)
            guard let title = TypedText.line(title, limitBytes: 500) else { throw EvidenceRefused.badText }
            evidence.title = title
            evidence.page = LinkedPage(state: .waiting)
            evidence.note = try OpenTask.note(note)
            bytes = nil
        }
        return try await store(evidence, bytes: bytes, in: office, as: actor)
    }

    private func store(_ new: Evidence, bytes: [UInt8]?, in office: Office, as actor: Actor) async throws
        -> Evidence
    {
        let now = office.now()
        return try await office.pool.write { [task, place] db in
            var evidence = new
            var open = try OpenTask(task, by: actor, at: now, in: db)
            switch place {
            case .task:
                evidence.agency = try open.requireLead(in: db)
            case .contribution(let id):
                guard let part = try db.contribution(id), part.task == task else { throw NotFound.task }
                evidence.agency = try open.require(.workOnTask, forOneOf: [part.agency], in: db)
                evidence.contribution = id
            case .period(let day):
                evidence.agency = try open.requireLead(in: db)
                evidence.period = day
            }
            guard open.task.state.isLive else { throw TaskRefused.wrongState(open.task.state) }
            if let same = try db.evidence(of: task).last(where: {
                $0.isSame(as: evidence) && open.isJustNow($0.addedAt)
            }) {
                return same
            }
            guard try db.evidenceCount(of: task) < Evidence.limit else {
                throw TaskRefused.tooMany(Evidence.limit)
            }
            if let bytes, let sha256 = evidence.file {
                try db.insertDocument(
                    FileInfo(
                        name: evidence.title, mediaType: evidence.mediaType ?? "application/octet-stream",
                        sizeBytes: bytes.count, sha256: sha256), bytes: bytes, at: now)
            }
            try db.insert(evidence)
            open.noteSign()
            let detail: LedgerDetail = [
                "evidence": evidence.id.rawValue, "kind": evidence.kind.rawValue,
                "title": PhoneMask.masked(evidence.title), "file": evidence.file,
                "agency": evidence.agency?.rawValue,
            ]
            try evidence.renewHandedInPart(in: db)
            if open.task.state == .submitted {
                // Whoever is about to judge it hasn't seen this.
                try open.save("AddEvidence", detail, in: db)
            } else {
                try db.noteSign(open.task)
                try open.record("AddEvidence", detail, in: db)
            }
            return evidence
        }
    }

    /// An address that a page may link to.
    private static func checked(_ text: String) throws -> String {
        guard let line = TypedText.line(text, limitBytes: Evidence.longestAddressBytes), !line.contains(" "),
            let url = URLComponents(string: line), let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = url.host, !host.isEmpty, url.user == nil,
            url.password == nil
        else { throw EvidenceRefused.badAddress }
        return line
    }
}

extension PhotoRecord {
    fileprivate init(_ facts: PhotoFacts) {
        self.init(
            takenAt: facts.takenAt,
            place: facts.place.flatMap {
                Place(latitude: $0.latitude, longitude: $0.longitude, accuracyMetres: $0.accuracyMetres)
            })
    }
}

extension Evidence {
    /// The very same thing, added by the same hand for the same part: a form that was sent twice.
    fileprivate func isSame(as other: Evidence) -> Bool {
        addedBy == other.addedBy && kind == other.kind && title == other.title && address == other.address
            && file == other.file && place == other.place && takenOn == other.takenOn && note == other.note
            && contribution == other.contribution && period == other.period && agency == other.agency
    }

    /// A contribution or period that was handed in moves on by what is added to it, so that whoever judges it sees that.
    fileprivate func renewHandedInPart(in db: Database) throws {
        if var part = try contribution.flatMap({ try db.contribution($0) }), part.state == .submitted {
            part.revision += 1
            guard try db.update(part, from: part.revision - 1) else {
                throw TaskRefused.changedMeanwhile(part.standing)
            }
        }
        if let period, var one = try db.periods(of: task).first(where: { $0.from == period }),
            one.state == .submitted
        {
            one.revision += 1
            guard try db.save(one, of: task, from: one.revision - 1) else { throw TaskRefused.noPeriod }
        }
    }

    fileprivate mutating func take(_ document: ReceivedDocument, as kind: Kind) throws {
        guard document.bytes.count <= Self.largestFileBytes else { throw EvidenceRefused.tooLarge }
        // The converter asks as well; what is stored must not hang on its caller having done so.
        if SecrecyMark.find(inFileName: document.fileName) != nil
            || SecrecyMark.find(in: document.text) != nil
        {
            throw EvidenceRefused.secret
        }
        guard let name = TypedText.line(document.fileName, limitBytes: FileInfo.longestNameBytes),
            !document.bytes.isEmpty
        else { throw EvidenceRefused.badFileName }
        self.kind = kind
        title = name
        file = Hexadecimal.encode(SHA256.digest(document.bytes))
        mediaType = document.mediaType
        sizeBytes = document.bytes.count
    }
}

/// Takes evidence away, while the task isn't handed in or accepted: whoever works for the agency that added it, or
/// for the one that does its work today.
package struct RemoveEvidence: Operation {
    private let evidence: Evidence.ID

    package init(evidence: Evidence.ID) {
        self.evidence = evidence
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [id = evidence] db in
            guard let evidence = try db.evidence(id) else { throw NotFound.file }
            let open = try OpenTask(evidence.task, by: actor, at: now, in: db)
            let register = try office.registers.register(in: db)
            let owners = evidence.agency.map {
                register.heirs(of: $0, on: CalendarDay(inVietnamAt: now)).map(\.successor)
            }
            try open.require(.workOnTask, forOneOf: owners ?? open.leads, in: db)
            guard open.task.state.isPending else { throw TaskRefused.wrongState(open.task.state) }
            if let part = try evidence.contribution.flatMap({ try db.contribution($0) }),
                !part.state.isPending
            {
                throw TaskRefused.wrongState(part.state)
            }
            try db.remove(evidence)
            try open.record(
                "RemoveEvidence",
                ["evidence": id.rawValue, "kind": evidence.kind.rawValue, "file": evidence.file], in: db)
        }
    }
}

/// A file of evidence, to be sent as a download (never shown in the page, `nosniff`).
package struct ShowEvidenceFile: Operation {
    private let evidence: Evidence.ID

    package init(evidence: Evidence.ID) {
        self.evidence = evidence
    }

    package func run(in office: Office, as actor: Actor) async throws -> FileContent {
        if actor == .nobody { throw AccessRefused.signInFirst }
        // Files show persons: whoever makes a token says whether its program gets them.
        if case .token(_, _, let scopes) = actor, !scopes.contains(.readEvidence) {
            throw AccessRefused.notAllowed
        }
        return try await office.pool.read { [id = evidence] db in
            guard let evidence = try db.evidence(id), let file = evidence.file,
                let bytes = try db.documentBytes(file), let task = try db.task(evidence.task),
                let plan = try db.planRecord(task.plan)?.plan
            else { throw NotFound.file }
            let agencies = try db.assignees(of: task.id).map(\.agency) + [plan.agency]
            guard
                try agencies.contains(where: {
                    Permission.allows(actor, .viewEvidence, on: try .init(agency: $0, in: db))
                })
            else { throw AccessRefused.notAllowed }
            return FileContent(
                info: FileInfo(
                    name: PhoneMask.masked(evidence.title),
                    mediaType: evidence.mediaType ?? "application/octet-stream", sizeBytes: bytes.count,
                    sha256: file), bytes: bytes)
        }
    }
}
