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

    static func signed(_ role: some TUF.Role) -> [UInt8] {
        var envelope = TUF.Envelope(signing: role)
        envelope.sign(with: people)
        return envelope.bytes
    }

    /// A root and targets that people signed, good for ten years.
    static func beginning(at now: Date) -> ObjectChanges {
        let expires = TUF.Instant(now).adding(seconds: 3650 * 86_400)
        var root = TUF.Root(header: TUF.Header(expires: expires))
        for role in TUF.TopRole.allCases {
            let key = [.root, .targets].contains(role) ? people : server
            root.setKeys([key.publicKey], threshold: 1, of: role)
        }
        var header = TUF.Header(expires: expires)
        header.custom[ReleasePolicy.field] = ReleasePolicy(approvers: []).json
        var changes = ObjectChanges()
        changes.roots = [signed(root)]
        changes.targets = signed(TUF.Targets(header: header))
        return changes
    }

    @discardableResult
    func publish(_ changes: ObjectChanges = ObjectChanges(), as holder: String) async throws -> [String] {
        try await PublishObjects(changes, into: store, key: Self.server, as: holder).run(
            in: office.office, as: .commandLine)
    }

    func timestamp() throws -> TUF.Timestamp {
        try TUF.Envelope(reading: try #require(try store.metadata("timestamp.json"))).read(
            as: TUF.Timestamp.self)
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
