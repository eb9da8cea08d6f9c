import Testing

@testable import Trust

struct MetadataTests {
    private static let common = #""version":1,"expires":"2030-01-01T00:00:00Z","spec_version":"1.0.31""#
    private static let key =
        #""k":{"keytype":"ed25519","scheme":"ed25519","keyval":{"public":"00","x":1},"keyid_hash_algorithms":["md5"]}"#
    private static let root =
        #"{"_type":"root",\#(common),"keys":{\#(key)},"roles":{"#
        + #""root":{"keyids":["k"],"threshold":1,"more":[]},"timestamp":{"keyids":[],"threshold":1},"#
        + #""snapshot":{"keyids":[],"threshold":1},"targets":{"keyids":["gone"],"threshold":9}},"custom":{"a":null}}"#
    private static let targets =
        #"{"_type":"targets",\#(common),"targets":{"a":{"length":0,"hashes":{"sha256":"x"},"custom":{"v":1},"y":2}},"#
        + #""delegations":{"keys":{},"z":1,"roles":[{"name":"r","keyids":[],"threshold":1,"terminating":false,"#
        + #""paths":["*"],"w":3}]}}"#
    private static let snapshot =
        #"{"_type":"snapshot",\#(common),"meta":{"targets.json":{"version":1,"length":3,"hashes":{"h":"1"},"q":1}}}"#
    private static let timestamp =
        #"{"_type":"timestamp",\#(common),"meta":{"snapshot.json":{"version":1}},"ledger":[7]}"#

    private func json(_ text: String) throws -> JSON { try JSON(reading: Array(text.utf8)) }

    @Test func `Reading and writing keeps every field`() throws {
        #expect(try TUF.Root(signed: json(Self.root)).json == json(Self.root))
        #expect(try TUF.Targets(signed: json(Self.targets)).json == json(Self.targets))
        #expect(try TUF.Snapshot(signed: json(Self.snapshot)).json == json(Self.snapshot))
        #expect(try TUF.Timestamp(signed: json(Self.timestamp)).json == json(Self.timestamp))
        #expect(
            try TUF.Timestamp(signed: json(Self.timestamp)).header.custom == ["ledger": .array([.integer(7)])]
        )
    }

    @Test(arguments: [
        (#""version":1,"#, #""version":0,"#), (#""version":1,"#, #""version":-1,"#), (#""version":1,"#, ""),
        (#""version":1,"#, #""version":"1","#), (#""version":1,"#, #""version":true,"#),
        ("2030-01-01T", "2030-13-01T"),
        ("2030-01-01T", "2030-02-29T"), ("T00:00:00Z", "T00:00:00+00:00"), ("T00:00:00Z", "T24:00:00Z"),
        ("T00:00:00Z", "T00:00:00.5Z"), ("1.0.31", "2.0.0"), ("1.0.31", "1"), ("1.0.31", "1.x"),
        ("1.0.31", "1.0.0.0"),
        (#""keyids":["k"]"#, #""keyids":["k","k"]"#), (#""keyids":["k"]"#, #""keyids":[1]"#),
        (#""keyids":["k"],"threshold":1"#, #""keyids":["k"],"threshold":0"#),
        (#""snapshot":{"#, #""snapshots":{"#),
        (#""keyval":{"#, #""keys":{"#), (#""keytype":"ed25519","#, ""),
        (#","custom":"#, #","consistent_snapshot":1,"c":"#),
    ])
    func `A root with a wrong field is refused`(part: String, other: String) throws {
        let changed = Self.root.replacing(part, with: other, maxReplacements: 1)
        #expect(changed != Self.root)
        #expect(throws: TUF.Refused.self) { try TUF.Root(signed: json(changed)) }
    }

    @Test(arguments: [
        (#""length":0"#, #""length":-1"#), (#""length":0,"#, ""), (#"{"sha256":"x"}"#, "{}"),
        (#"{"sha256":"x"}"#, #"{"sha256":1}"#),
        (#""name":"r""#, #""name":"snapshot""#), (#""name":"r""#, #""name":"""#),
        (#""terminating":false,"#, ""),
        (#""paths":["*"]"#, #""paths":["*"],"path_hash_prefixes":[]"#), (#""paths":["*"],"#, ""),
        (#""roles":"#, #""rules":"#),
        (
            #""roles":"#,
            #""succinct_roles":{"keyids":[],"threshold":1,"bit_length":33,"name_prefix":"b"},"x":"#
        ),
        (
            #"[{"name":"r""#,
            #"[{"name":"r","keyids":[],"threshold":1,"terminating":true,"paths":[]},{"name":"r""#
        ),
    ])
    func `Targets with a wrong field are refused`(part: String, other: String) throws {
        let changed = Self.targets.replacing(part, with: other, maxReplacements: 1)
        #expect(changed != Self.targets)
        #expect(throws: TUF.Refused.self) { try TUF.Targets(signed: json(changed)) }
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_709_164_800, "2024-02-29T00:00:00Z"),
            (1_800_000_000, "2027-01-15T08:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"), (-86_400, "1969-12-31T00:00:00Z"),
            (951_868_799, "2000-02-29T23:59:59Z"),
        ] as [(Int64, String)])
    func `An instant is written and read to the second`(seconds: Int64, text: String) {
        #expect(TUF.Instant(secondsSince1970: seconds).description == text)
        #expect(TUF.Instant(ExactText(text))?.secondsSince1970 == seconds)
    }

    @Test(arguments: ["a", "a/b", "đê/x y", "a%20b", "a+b=c", "..a", "a..", ".../x", "-", "a?b#c"])
    func `Names that stay below their folder are taken`(name: String) throws {
        _ = try TUF.TargetName(ExactText(name))
    }

    @Test(arguments: [
        "", ".", "..", "../a", "a/..", "a/./b", "%2e%2e/a", "a/.%2E", "a\\b", "a\u{0}", "a\nb", "a\u{7F}",
        String(repeating: "a", count: 4097),
    ])
    func `Names that could lead elsewhere are refused`(name: String) {
        #expect(throws: TUF.Refused.unusableName(ExactText(name))) { try TUF.TargetName(ExactText(name)) }
    }

    @Test func `Addresses and file names are encoded`() throws {
        let file = TUF.TargetFile(length: 1, hashes: ["sha512": "b", "sha256": "a"])
        func path(_ name: ExactText, _ isConsistent: Bool = true) throws -> String {
            try TUF.TargetName(name).path(of: file, isConsistent: isConsistent)
        }
        #expect(try path("a/b.png") == "a/a.b.png")
        #expect(try path("đ", false) == "%C4%91")
        #expect(try path("a?b#c d%20%zz") == "a.a%3Fb%23c%20d%20%25zz")
        #expect(try TUF.TargetName("a/đ").fileName == "a%2F%C4%91")
        let long = try TUF.TargetName(ExactText(String(repeating: "đ", count: 300))).fileName
        #expect(long.utf8.count == 215)
        #expect(try TUF.TargetName(ExactText(String(repeating: "đ", count: 301))).fileName != long)
    }

    @Test func `Digests that nobody can check match nothing`() {
        for hashes: [ExactText: ExactText] in [[:], ["md5": "x"], ["sha256": "x"]] {
            #expect(throws: TUF.Refused.wrongHash(name: "f")) {
                try TUF.MetaFile(version: 1, hashes: hashes).check([], name: "f")
            }
        }
    }

    @Test(arguments: HashFunction.allCases)
    func `Each digest of a file is compared`(function: HashFunction) throws {
        let right = ExactText(Hexadecimal.encode(function.digest([1, 2, 3])))
        try TUF.MetaFile(version: 1, hashes: [ExactText(function.rawValue): right]).check(
            [1, 2, 3], name: "f")
        #expect(throws: TUF.Refused.wrongHash(name: "f")) {
            try TUF.MetaFile(version: 1, hashes: [ExactText(function.rawValue): right]).check(
                [1, 2, 4], name: "f")
        }
        var known = TUF.TargetFile(of: [1, 2, 3])
        known.hashes["future"] = "x"
        let name = try TUF.TargetName("t")
        var check = TUF.TargetCheck(name, known)
        try check.add([1, 2, 3])
        do {
            try check.finish()
            Issue.record("An unknown digest was taken for right.")
        } catch {
            #expect(error == .wrongHash(name: "t"))
        }
    }

    @Test(arguments: [
        #"{"a":1,"b":"x\"\\"}"#, #"{"b":1,"a":2}"#, #"{"a": 1}"#, #"{"a":"\u0061"}"#, #"{"a":"\n\/"}"#,
        #"{"a":[1, 2]}"#,
        #"{"a":[{"d":1,"c":2}],"b":{}}"#, #"{"é":1,"e":2}"#, #"[]"#, #" "signed" "#, "{}", "7",
        #"{"a":"\ud83d\ude00"}"#,
        #"{"signed":{"signed":1}}"#,
    ])
    func `What is verified is the canonical form, however the file is written`(signed: String) throws {
        for file in [
            #"{"signatures":[],"signed":\#(signed)}"#, #"{"signed":\#(signed),"signatures":[]}"#,
            #" { "x" : {"signed":0} , "signed" : \#(signed) , "signatures" : [ ] } "#,
        ] {
            let envelope = try TUF.Envelope(reading: Array(file.utf8))
            #expect(envelope.signedBytes == (try json(signed)).canonicalBytes)
        }
    }
}
