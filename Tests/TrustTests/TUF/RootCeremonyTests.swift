import Testing

@testable import Trust

struct RootCeremonyTests {
    private func root(_ names: [String], threshold: Int64 = 2, version: Int64 = 1) -> TUF.Root {
        var root = TUF.Root(header: TUF.Header(version: version, expires: Workshop.later))
        root.setKeys(names.map { Workshop.key($0).publicKey }, threshold: threshold, of: .root)
        return root
    }

    @Test func `The first root is signed at one desk after another`() throws {
        var first = try TUF.RootCeremony(root(["a", "b", "c"]), after: nil)
        #expect(first.missing == (2, 0))
        try first.sign(with: Workshop.key("a"))
        try first.sign(with: Workshop.key("a"))
        #expect(first.missing == (1, 0))
        var second = try TUF.RootCeremony(reading: first.envelope.bytes, after: nil)
        try second.sign(with: Workshop.key("c"))
        #expect(second.missing == (0, 0))
        _ = try TUF.TrustedSet(root: second.envelope.bytes, start: Workshop.now)
    }

    @Test func `A new root needs its own keys and those before`() throws {
        var ceremony = try TUF.RootCeremony(root(["b", "c", "d"], version: 2), after: root(["a", "b", "c"]))
        try ceremony.sign(with: Workshop.key("d"))
        #expect(ceremony.missing == (1, 2))
        try ceremony.sign(with: Workshop.key("a"))
        #expect(ceremony.missing == (1, 1))
        try ceremony.sign(with: Workshop.key("b"))
        #expect(ceremony.missing == (0, 0))
    }

    @Test func `A stranger's signature is refused, and so is a version out of turn`() throws {
        var ceremony = try TUF.RootCeremony(root(["a"], threshold: 1), after: nil)
        #expect(throws: TUF.Refused.notDelegated(Workshop.key("x").publicKey.keyID)) {
            try ceremony.sign(with: Workshop.key("x"))
        }
        #expect(throws: TUF.Refused.wrongVersion(role: "root", expected: 2, found: 3)) {
            _ = try TUF.RootCeremony(root(["a"], version: 3), after: root(["a"]))
        }
    }

    @Test func `Every change is told before anyone signs it`() throws {
        let old = root(["a", "b", "c"])
        var new = root(["a", "b", "d"], threshold: 1, version: 2)
        new.header.expires = Workshop.now
        new.consistentSnapshot = false
        new.header.custom["x"] = .integer(1)
        #expect(
            try TUF.RootCeremony(new, after: old).changes == [
                .version(from: 1, to: 2), .expires(from: Workshop.later, to: Workshop.now),
                .threshold(role: .root, from: 2, to: 1),
                .keyAdded(role: .root, keyID: Workshop.key("d").publicKey.keyID),
                .keyRevoked(role: .root, keyID: Workshop.key("c").publicKey.keyID),
                .consistentSnapshot(false),
                .unknownField("x"),
            ])
        #expect(TUF.RootChange.all(from: old, to: old).isEmpty)
    }
}
