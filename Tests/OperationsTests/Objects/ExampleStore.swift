import Domain
import Foundation
import TestSupport
import Testing
import Trust

@testable import Operations

/// A store in a folder, begun with a root and targets that people signed, and the office whose server keeps it.
struct ExampleStore {
    static let people = SigningKey(seed: SHA256.digest("people"))
    static let server = SigningKey(seed: SHA256.digest("server"))

    let office: ExampleOffice
    let store: ObjectStore
    /// The store's.
    let folder: String

    static func signed(_ role: some TUF.Role, by key: SigningKey = people) -> [UInt8] {
        var envelope = TUF.Envelope(signing: role)
        envelope.sign(with: key)
        return envelope.bytes
    }

    /// A root that people signed, good for ten years.
    static func root(
        at now: Date, version: Int64 = 1, server: SigningKey = server, people: SigningKey = people
    ) -> [UInt8] {
        let expires = TUF.Instant(now).adding(seconds: 3650 * 86_400)
        var root = TUF.Root(header: TUF.Header(version: version, expires: expires))
        for role in TUF.TopRole.allCases {
            let key = [.root, .targets].contains(role) ? people : server
            root.setKeys([key.publicKey], threshold: 1, of: role)
        }
        return signed(root, by: people)
    }

    /// Targets that people signed.
    static func targets(
        at now: Date, version: Int64 = 1, approvers: [Approver] = [], server: SigningKey = server
    ) -> [UInt8] {
        let expires = TUF.Instant(now).adding(seconds: 3650 * 86_400)
        var header = TUF.Header(version: version, expires: expires)
        header.custom[ReleasePolicy.field] = ReleasePolicy(approvers: approvers).json
        let objects = TUF.DelegatedRole(
            name: "objects", keys: TUF.RoleKeys(keyIDs: [server.publicKey.keyID], threshold: 1),
            scope: .paths(["objects/*"]))
        return signed(
            TUF.Targets(
                header: header,
                delegations: TUF.Delegations(keys: [server.publicKey], roles: .list([objects]))))
    }

    /// A root and targets that people signed.
    static func beginning(at now: Date) -> ObjectChanges {
        var changes = ObjectChanges()
        changes.roots = [root(at: now)]
        changes.targets = targets(at: now)
        return changes
    }

    @discardableResult
    func publish(
        _ changes: ObjectChanges = ObjectChanges(), as holder: String = "server",
        with key: SigningKey = server
    ) async throws -> [String] {
        try await PublishObjects(changes, into: store, key: key, as: holder).run(
            in: office.office, as: .commandLine)
    }

    func timestamp() throws -> TUF.Timestamp {
        try TUF.Envelope(reading: try #require(try store.metadata("timestamp.json"))).read(
            as: TUF.Timestamp.self)
    }

    /// All metadata, by name.
    func metadata() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try names(.metadata) {
            files[name] = try Data(contentsOf: URL(filePath: "\(folder)/metadata/\(name)"))
        }
        return files
    }

    /// Somebody writes to the disk.
    func put(_ bytes: some Sequence<UInt8>, as name: String) throws {
        try Data(bytes).write(to: URL(filePath: "\(folder)/metadata/\(name)"))
    }

    /// The names of all files, hidden ones too.
    func names(_ part: ObjectName.Part) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part.rawValue)"))
    }
}

/// - Parameter isNow: whether the office's clock shows what the disk's does.
func withExampleStore(
    _ engine: TestDatabase.Engine, isNow: Bool = false, _ body: (ExampleStore) async throws -> Void
) async throws {
    try await TestDatabase.withFolder { folder in
        try await withOffice(engine) { office in
            if isNow { office.clock.advance(Date().timeIntervalSince(office.clock.now)) }
            let example = ExampleStore(
                office: office, store: ObjectStore(ObjectFolder("\(folder)/store")), folder: "\(folder)/store"
            )
            try await example.publish(ExampleStore.beginning(at: office.clock.now), as: "first")
            try await body(example)
        }
    }
}
