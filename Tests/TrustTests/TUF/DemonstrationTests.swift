import Testing

@testable import Trust

/// Keys that anybody may have get nowhere but into a demonstration.
struct DemonstrationTests {
    private let marked = Workshop.key("demo").publicKey.markedAsDemonstration()
    private let now = Workshop.now

    private func edit(_ keys: [PublicKey], isDemonstration: Bool) -> TUF.RootEdit {
        var edit = TUF.RootEdit(expires: Workshop.later)
        edit.isDemonstration = isDemonstration
        edit.thresholds = [.root: 1, .targets: 1]
        for role in TUF.TopRole.allCases {
            let isOffline = [.root, .targets].contains(role)
            edit.added += (isOffline ? keys : [Workshop.key("server").publicKey]).map {
                .init(role: role, key: $0)
            }
        }
        return edit
    }

    @Test func `The mark leaves a key's identifier, and survives reading`() throws {
        let plain = Workshop.key("demo").publicKey
        #expect(marked.keyID == plain.keyID && marked.identity == plain.identity)
        #expect(!plain.isDemonstration)
        let read = try #require(PublicKey(json: try JSON(reading: marked.json.serialized)))
        #expect(read.isDemonstration)
    }

    @Test func `A root takes such keys only when it says so itself, and what follows it says so too`() throws
    {
        #expect(throws: TUF.RootEditRefused.demonstrationKey(keyID: marked.keyID)) {
            try edit([marked], isDemonstration: false).root(after: nil, now: now)
        }
        let root = try edit([marked], isDemonstration: true).root(after: nil, now: now)
        #expect(root.isDemonstration)
        let next = try TUF.RootEdit(expires: Workshop.later).root(after: root, now: now)
        #expect(next.isDemonstration)
        let real = try edit([Workshop.key("people").publicKey], isDemonstration: false).root(
            after: nil, now: now)
        #expect(!real.isDemonstration)
    }

    @Test func `One marked key makes a demonstration of a root whose own mark was taken out`() throws {
        var root = try edit([marked], isDemonstration: true).root(after: nil, now: now)
        root.header.custom = JSONObject()
        #expect(root.isDemonstration)
    }

    @Test func `A policy takes no such approver, and the server no such key, but in a demonstration`() throws
    {
        var policy = Newsroom().policy
        let one = policy.approvers[0]
        policy.approvers[0] = Approver(
            key: one.key.markedAsDemonstration(), person: one.person, name: one.name, agency: one.agency,
            scopes: one.scopes, from: one.from, until: one.until)
        func draw(
            _ policy: ReleasePolicy, _ key: PublicKey, isDemonstration: Bool
        ) throws -> TUF.TargetsCeremony {
            let holder = Workshop.key("people").publicKey
            let root = try edit([holder], isDemonstration: isDemonstration).root(after: nil, now: now)
            return try TUF.TargetsCeremony(
                policy: policy.json, delegatingTo: [("objects", key)], after: nil, root: root,
                expires: Workshop.later)
        }
        #expect(throws: TUF.RootEditRefused.self) {
            try draw(policy, Workshop.key("server").publicKey, isDemonstration: false)
        }
        #expect(throws: TUF.RootEditRefused.self) {
            try draw(Newsroom().policy, marked, isDemonstration: false)
        }
        #expect(try draw(policy, marked, isDemonstration: true).targets.header.isDemonstration)
    }
}
