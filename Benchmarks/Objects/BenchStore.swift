import Domain
import Foundation
import Operations
import SQL
import SQLite
import Trust

/// A store of players in a folder, with two approvers, and an office in memory whose server publishes into it.
struct BenchStore: Sendable {
    private static let people = SigningKey(seed: SHA256.digest("people"))
    private static let server = SigningKey(seed: SHA256.digest("server"))
    private static let approvers = ["An", "Bình"].map { SigningKey(seed: SHA256.digest("approver \($0)")) }
    private static let agency = Release.Agency(id: "so-vhttdl", name: "Sở Văn hóa, Thể thao và Du lịch")
    private static let everywhere = [Area("vn")].compactMap(\.self)
    private static let day: Int64 = 86_400

    let folder: String
    let store: ObjectStore
    private let office: Office
    private let start = TUF.Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))

    /// Begins the store with a root and targets, as people sign them.
    init(_ folder: String) async throws {
        self.folder = folder
        store = ObjectStore(ObjectFolder(folder))
        office = Office(pool: try await SQLitePool.open(.init(.memory)))
        try await office.prepare()
        var changes = ObjectChanges()
        changes.roots = [Self.signed(root)]
        changes.targets = Self.signed(targets)
        try await publish(changes)
    }

    /// So many objects at once, without asking who approved them, nor waiting for the disk.
    func fill(_ count: Int) async throws {
        guard count > 0 else { return }
        let root = try TUF.Envelope(reading: try store.metadata("1.root.json") ?? []).read(as: TUF.Root.self)
        var publication = try TUF.Publication(root: root, key: Self.server, now: start) {
            try store.metadata($0)
        }
        for number in 0..<count {
            let bytes = Array("filling \(number)".utf8)
            let digest = Hexadecimal.encode(SHA256.digest(bytes))
            let file = TUF.TargetFile(of: bytes, custom: .object(["release": .text(digest)]))
            try publication.add(try TUF.TargetName(ExactText("objects/\(digest)")), file)
            try Data(bytes).write(to: URL(filePath: "\(folder)/targets/objects/\(digest).\(digest)"))
        }
        for file in try publication.files(mark: nil) {
            try Data(file.bytes).write(to: URL(filePath: "\(folder)/metadata/\(file.path)"))
        }
    }

    /// What the release of that number shows.
    static func rendition(_ number: Int) -> [UInt8] { Array("a picture of number \(number)".utf8) }

    /// The name of that release's rendition.
    static func name(_ number: Int) -> ExactText {
        ExactText("objects/\(Hexadecimal.encode(SHA256.digest(rendition(number))))")
    }

    /// A release with one rendition, as two persons approved it.
    func changes(_ number: Int) -> ObjectChanges {
        let release = Release(
            item: ExactText("tin-\(number)"), version: 1, title: ExactText("Lịch tiêm chủng số \(number)"),
            agency: Self.agency, releaseClass: .routine, languages: ["vi"],
            renditions: [
                Release.Rendition(of: Self.rendition(number), mediaType: "image/png", language: "vi")
            ],
            channels: [.board], areas: AreaSet(Self.everywhere), from: start,
            until: start.adding(seconds: 30 * Self.day), playsPerDay: 8, drawnUp: start)
        var envelope = StatementEnvelope(payloadType: Release.payloadType, payload: release.payload)
        for approver in Self.approvers { envelope.sign(with: approver) }
        var changes = ObjectChanges()
        changes.releases = [envelope.bytes]
        changes.renditions = [Self.rendition(number)]
        return changes
    }

    /// The names of the files of metadata that were written.
    @discardableResult
    func publish(_ changes: ObjectChanges) async throws -> [String] {
        try await PublishObjects(changes, into: store, key: Self.server, as: "bench").run(
            in: office, as: .commandLine)
    }

    private var root: TUF.Root {
        var root = TUF.Root(header: header)
        for role in TUF.TopRole.allCases {
            let key = [.root, .targets].contains(role) ? Self.people : Self.server
            root.setKeys([key.publicKey], threshold: 1, of: role)
        }
        return root
    }

    private var targets: TUF.Targets {
        let scope = PlayScope(
            classes: Set(ReleaseClass.allCases), channels: Set(ChannelKind.allCases), areas: Self.everywhere)
        let approvers = zip(Self.approvers, ["an", "binh"] as [ExactText]).map { key, person in
            Approver(
                key: key.publicKey, person: person, name: person, agency: Self.agency, scopes: [scope],
                from: start.adding(seconds: -Self.day), until: start.adding(seconds: 365 * Self.day))
        }
        var header = header
        header.custom[ReleasePolicy.field] = ReleasePolicy(approvers: approvers).json
        let objects = TUF.DelegatedRole(
            name: TUF.Publication.objectsRole,
            keys: TUF.RoleKeys(keyIDs: [Self.server.publicKey.keyID], threshold: 1), isTerminating: true,
            scope: .paths(["objects/*"]))
        return TUF.Targets(
            header: header,
            delegations: TUF.Delegations(keys: [Self.server.publicKey], roles: .list([objects])))
    }

    private var header: TUF.Header { TUF.Header(expires: start.adding(seconds: 365 * Self.day)) }

    private static func signed(_ role: some TUF.Role) -> [UInt8] {
        var envelope = TUF.Envelope(signing: role)
        envelope.sign(with: people)
        return envelope.bytes
    }
}
