import Testing

@testable import Trust

struct SearchTests {
    private func file(_ content: String) -> TUF.TargetFile { TUF.TargetFile(of: Array(content.utf8)) }

    @Test func `The role named first is believed first`() throws {
        var workshop = Workshop()
        workshop.delegate([Workshop.delegated("A"), Workshop.delegated("B")])
        workshop.repository.targets["A"]?.files["t"] = file("A")
        workshop.repository.targets["B"]?.files["t"] = file("B")
        workshop.publish("A", "B", "targets")
        var updater = try workshop.updater()
        #expect(try updater.find("t") == file("A"))
    }

    @Test func `A terminating role has the last word, and what it delegates to`() throws {
        var workshop = Workshop()
        workshop.delegate([Workshop.delegated("A", isTerminating: true), Workshop.delegated("B")])
        workshop.delegate([Workshop.delegated("C")], by: "A")
        workshop.repository.targets["B"]?.files["t"] = file("B")
        workshop.repository.targets["C"]?.files["c"] = file("C")
        workshop.publish("A", "B", "C", "targets")
        var updater = try workshop.updater()
        #expect(throws: TUF.Refused.noSuchTarget("t")) { try updater.find("t") }
        #expect(try updater.find("c") == file("C"))
    }

    @Test func `A role speaks only for its paths`() throws {
        var workshop = Workshop()
        workshop.delegate([Workshop.delegated("A", ["loa/*"])])
        workshop.repository.targets["A"]?.files = ["loa/1": file("1"), "x": file("x"), "loa/1/2": file("2")]
        workshop.publish("A", "targets")
        var updater = try workshop.updater()
        #expect(try updater.find("loa/1") == file("1"))
        for name: ExactText in ["x", "loa/1/2"] {
            #expect(throws: TUF.Refused.noSuchTarget(name)) { try updater.find(name) }
        }
    }

    @Test func `A circle of delegations ends`() throws {
        var workshop = Workshop()
        workshop.delegate([Workshop.delegated("A")])
        workshop.delegate([Workshop.delegated("B")], by: "A")
        workshop.delegate([Workshop.delegated("A")], by: "B")
        workshop.publish("A", "B", "targets")
        var updater = try workshop.updater()
        #expect(throws: TUF.Refused.noSuchTarget("t")) { try updater.find("t") }
    }

    @Test func `A search visits only so many roles`() throws {
        var workshop = Workshop()
        let names = (0..<10).map { ExactText("r\($0)") }
        workshop.delegate(names.map { Workshop.delegated($0) })
        workshop.repository.targets["r9"]?.files["t"] = file("t")
        for name in names { workshop.publish(name) }
        workshop.publish("targets")
        var limits = TUF.Limits()
        limits.visitedRoles = 11
        var updater = try workshop.updater(limits: limits)
        #expect(try updater.find("t") == file("t"))
        limits.visitedRoles = 10
        updater = try workshop.updater(limits: limits)
        #expect(throws: TUF.Refused.noSuchTarget("t")) { try updater.find("t") }
    }

    @Test func `A role under two parents is judged anew by each parent's keys`() throws {
        var workshop = Workshop()
        workshop.delegate([Workshop.delegated("A", ["a"]), Workshop.delegated("B", ["b"])])
        workshop.delegate([Workshop.delegated("C")], by: "A")
        var stranger = Workshop.delegated("C")
        stranger.keys = TUF.RoleKeys(keyIDs: [Workshop.key("x").publicKey.keyID], threshold: 1)
        workshop.repository.targets["B"]?.delegations = TUF.Delegations(
            keys: [Workshop.key("x").publicKey], roles: .list([stranger]))
        workshop.repository.targets["C"]?.files = ["a": file("a"), "b": file("b")]
        workshop.publish("A", "B", "C", "targets")
        var updater = try workshop.updater()
        #expect(try updater.find("a") == file("a"))
        #expect(throws: TUF.Refused.unsigned(role: "C", valid: 0, threshold: 1)) { try updater.find("b") }
    }

    @Test func `A delegated role that the snapshot doesn't name ends the search`() throws {
        var workshop = Workshop()
        workshop.delegate([Workshop.delegated("A")])
        workshop.publish("targets")
        var updater = try workshop.updater()
        #expect(throws: TUF.Refused.notInSnapshot("A")) { try updater.find("t") }
    }

    @Test func `Bins lead to the role that the digest of a name says`() throws {
        var workshop = Workshop()
        let key = Workshop.key("bins")
        let bins = TUF.HashBins(
            keys: TUF.RoleKeys(keyIDs: [key.publicKey.keyID], threshold: 1), bitLength: 8, namePrefix: "bin")
        workshop.repository.targets["targets"]?.delegations = TUF.Delegations(
            keys: [key.publicKey], roles: .bins(bins))
        #expect(bins.bin(for: "a/đường.png") == "bin-38")
        workshop.keys["bin-38"] = [key]
        var targets = TUF.Targets(header: Workshop.header())
        targets.files["a/đường.png"] = file("bin")
        workshop.repository.targets["bin-38"] = targets
        workshop.publish("bin-38", "targets")
        var updater = try workshop.updater()
        #expect(try updater.find("a/đường.png") == file("bin"))
    }

    @Test(
        arguments: [(1, "bin-0"), (4, "bin-3"), (8, "bin-38"), (10, "bin-0e2"), (16, "bin-38b0")]
            as [(Int64, String)])
    func `Bins are called as other implementations call them`(bits: Int64, name: String) {
        let bins = TUF.HashBins(
            keys: TUF.RoleKeys(keyIDs: [], threshold: 1), bitLength: bits, namePrefix: "bin")
        #expect(bins.bin(for: "a/đường.png") == ExactText(name))
        #expect(bins.contains(ExactText(name)))
        for other in ["bin-", "bin-+1", "bin-fffffffff", "bin", "bam-38", "bin-3G", "bin- 1"] {
            #expect(!bins.contains(ExactText(other)))
        }
    }

    @Test(arguments: [
        ("*.tgz", "foo.tgz", true), ("*.tgz", "a/foo.tgz", false), ("targets/*.tgz", "targets/foo.tgz", true),
        ("targets/*.tgz", "targets/foo.txt", false), ("v-?.tgz", "v-2.tgz", true),
        ("v-?.tgz", "v-10.tgz", false),
        ("*", "", true), ("*", ".x", true), ("?", "é", true), ("?", "e\u{301}", false),
        ("é", "e\u{301}", false),
        ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[!a-c]x", "dx", true), ("[]]", "]", true),
        ("[a", "[a", true),
        ("[!]a]", "b", true), ("[a-]", "-", true), ("[c-a]", "b", false), ("a**b", "ab", true),
        ("*a*b*", "xaxxb", true),
        ("a\\*", "a*", false), ("A", "a", false), ("a/b", "a/b/", false), ("", "", true),
    ])
    func `Patterns match as in a shell, within one name`(pattern: String, name: String, matches: Bool) {
        #expect(TUF.PathPattern(ExactText(pattern)).matches(ExactText(name)) == matches)
    }

    @Test(.timeLimit(.minutes(5)))
    func `No pattern makes matching take for ever`() {
        let pattern = ExactText(String(repeating: "*a", count: 200) + "b")
        #expect(!TUF.PathPattern(pattern).matches(ExactText(String(repeating: "a", count: 2000))))
    }
}
