import Domain
import Foundation
import TestSupport
import Testing
import Trust

@testable import Operations

/// Withdrawals of one release lie beside one another, and a picture leads to all releases that have it.
struct WithdrawalObjectsTests {
    private static let picture = Array("a picture".utf8)

    private static func key(_ name: String) -> SigningKey {
        SigningKey(seed: SHA256.digest("approver \(name)"))
    }

    /// An, Bình: all of the province; Châu: one commune; Dung: another province; Em's key has ended.
    private static func approvers(_ now: TUF.Instant) throws -> [Approver] {
        try [
            ("an", "15", 1), ("binh", "15", 1), ("chau", "15/02701", 1), ("dung", "14", 1), ("em", "15", -1),
        ].map { name, area, days in
            Approver(
                key: key(name).publicKey, person: ExactText(name), name: ExactText(name.uppercased()),
                agency: Release.Agency(id: "so", name: "Sở"),
                scopes: [
                    PlayScope(
                        classes: [.routine], channels: [.board], areas: [try #require(Area(ExactText(area)))])
                ],
                from: now.adding(seconds: -10 * 86_400), until: now.adding(seconds: Int64(days) * 86_400))
        }
    }

    private static func release(_ item: ExactText, at now: TUF.Instant) throws -> Release {
        Release(
            item: item, version: 1, title: "Lịch tiêm chủng", agency: Release.Agency(id: "so", name: "Sở"),
            releaseClass: .routine, languages: ["vi"],
            renditions: [Release.Rendition(of: picture, mediaType: "image/png", language: "vi")],
            channels: [.board], areas: AreaSet([try #require(Area("15"))]), from: now,
            until: now.adding(seconds: 86_400), playsPerDay: 8, answersTo: nil, drawnUp: now)
    }

    private static func envelope(_ type: ExactText, _ payload: [UInt8], _ signers: [String]) -> [UInt8] {
        var envelope = StatementEnvelope(payloadType: type, payload: payload)
        for signer in signers { envelope.sign(with: key(signer)) }
        return envelope.bytes
    }

    private static func withdrawal(
        _ release: Release, by signers: String..., drawnUp: TUF.Instant
    ) -> [UInt8] {
        let statement = Withdrawal(release: release.digest, reason: "Sai ngày", drawnUp: drawnUp)
        return envelope(Withdrawal.payloadType, statement.payload, signers)
    }

    private func withRelease(
        _ body: (ExampleStore, Release, TUF.Instant) async throws -> Void
    ) async throws {
        try await withExampleStore(.sqlite) { example in
            let now = TUF.Instant(example.office.clock.now)
            let release = try Self.release("tin-1", at: now)
            var changes = ObjectChanges()
            changes.targets = ExampleStore.targets(
                at: example.office.clock.now, version: 2, approvers: try Self.approvers(now))
            changes.releases = [Self.envelope(Release.payloadType, release.payload, ["an", "binh"])]
            changes.renditions = [Self.picture]
            try await example.publish(changes)
            try await body(example, release, now)
        }
    }

    private func withdraw(_ envelopes: [UInt8]..., in example: ExampleStore) async throws -> [String] {
        var changes = ObjectChanges()
        changes.withdrawals = envelopes
        return try await example.publish(changes)
    }

    private func stored(_ example: ExampleStore) throws -> Set<String> {
        Set(try example.names(.objects).filter { $0.contains("withdrawal") }.map { String($0.dropFirst(65)) })
    }

    @Test func `A narrower withdrawal lies beside a wider one, and the same one only once`() async throws {
        try await withRelease { example, release, now in
            let wide = Self.withdrawal(release, by: "binh", drawnUp: now)
            let narrow = Self.withdrawal(release, by: "chau", drawnUp: now.adding(seconds: -1))
            #expect(try await !withdraw(wide, in: example).isEmpty)
            #expect(try await !withdraw(narrow, in: example).isEmpty)
            #expect(try await withdraw(wide, narrow, in: example) == [], "both are there already")
            let name = "withdrawal-\(release.digest)"
            #expect(try stored(example) == ["\(name).json", "\(name)-2.json"])
            let first = try #require(
                example.names(.objects).first { $0.hasSuffix("\(name).json") })
            let bytes = try example.store.storage.read(
                #require(ObjectName(first, in: .objects)), limit: 1 << 20)
            #expect(bytes == wide)
        }
    }

    @Test func `Both at once find their places too`() async throws {
        try await withRelease { example, release, now in
            _ = try await withdraw(
                Self.withdrawal(release, by: "chau", drawnUp: now),
                Self.withdrawal(release, by: "binh", drawnUp: now.adding(seconds: -1)), in: example)
            #expect(try stored(example).count == 2)
        }
    }

    @Test func `A withdrawal that stops nothing is refused, and the reason is told`() async throws {
        try await withRelease { example, release, now in
            let far = now.adding(seconds: 4 * 365 * 86_400)
            for (envelope, words) in [
                (Self.withdrawal(release, by: "stranger", drawnUp: now), "no approver"),
                (Self.withdrawal(release, by: "dung", drawnUp: now), "DUNG may not speak anywhere"),
                (Self.withdrawal(release, by: "binh", drawnUp: far), "the key of BINH is valid from"),
                (Self.withdrawal(release, by: "em", drawnUp: now), "the key of EM"),
            ] {
                do {
                    _ = try await withdraw(envelope, in: example)
                    Issue.record("\(words): it was taken")
                } catch ObjectsRefused.stopsNothing(let reason) {
                    #expect(reason.contains(words), "\(reason)")
                }
            }
            #expect(try stored(example) == [])
        }
    }

    @Test func `A release that isn't there yet can be withdrawn before it comes`() async throws {
        try await withRelease { example, _, now in
            let other = try Self.release("tin-2", at: now)
            _ = try await withdraw(Self.withdrawal(other, by: "chau", drawnUp: now), in: example)
            #expect(try stored(example).count == 1)
        }
    }

    @Test func `Whoever spoils the release on the disk doesn't keep its withdrawal back`() async throws {
        try await withRelease { example, release, now in
            let file = try #require(
                example.names(.objects).first { $0.hasSuffix("release-\(release.digest).json") })
            try example.store.storage.write([6, 6, 6], as: #require(ObjectName(file, in: .objects)))
            _ = try await withdraw(Self.withdrawal(release, by: "binh", drawnUp: now), in: example)
            #expect(try stored(example).count == 1)
        }
    }

    @Test func `A picture leads to every release that was published with it`() async throws {
        try await withRelease { example, release, now in
            let other = try Self.release("tin-2", at: now)
            var changes = ObjectChanges()
            changes.releases = [Self.envelope(Release.payloadType, other.payload, ["an", "binh"])]
            changes.renditions = [Self.picture]
            for _ in 0..<2 { try await example.publish(changes) }
            let name = ExactText("objects/\(Hexadecimal.encode(SHA256.digest(Self.picture)))")
            let publication = try TUF.Publication(
                root: TUF.Envelope(reading: ExampleStore.root(at: example.office.clock.now)).read(
                    as: TUF.Root.self),
                key: ExampleStore.server, now: now
            ) { try example.store.metadata($0) }
            let target = try publication.target(TUF.TargetName(name))
            #expect(RenditionReleases(target).digests == [release.digest, other.digest])
        }
    }
}
