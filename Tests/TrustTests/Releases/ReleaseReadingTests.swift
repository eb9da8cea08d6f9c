import Testing

@testable import Trust

/// What two readers could understand differently is refused.
struct ReleaseReadingTests {
    private static let text = String(decoding: Release.example.payload, as: UTF8.self)

    @Test(arguments: [
        ("\"loa-release\":1", "\"loa-release\":2"),
        ("\"loa-release\":1", "\"loa-release\":1,\"loa-release\":1"),
        ("\"loa-release\":1", "\"loa-release\":1.0"), ("\"loa-release\":1", "\"loa-release\":01"),
        ("\"loa-release\":1", "\"loa-release\":1e0"), ("\"loa-release\":1,", ""),
        ("\"loa-release\":1", "\"loa-release\": 1"), ("\"version\":3", "\"version\":0"),
        ("\"version\":3", "\"version\":99999999999999999999"), ("\"version\":3", "\"version\":\"3\""),
        ("\"item\":\"tin-42\"", "\"item\":\"\""), ("\"item\":\"tin-42\"", "\"item\":\"tin 42\""),
        ("\"item\":\"tin-42\"", "\"item\":\"t\u{456}n-42\""),
        ("\"class\":\"routine\"", "\"class\":\"urgent\""),
        ("\"class\":\"routine\"", "\"class\":\"Routine\""),
        ("[\"board\",\"loudspeaker\"]", "[\"loudspeaker\",\"board\"]"),
        ("[\"board\",\"loudspeaker\"]", "[\"board\",\"board\"]"), ("[\"board\",\"loudspeaker\"]", "[]"),
        ("[\"board\",\"loudspeaker\"]", "[\"board\",\"siren\"]"),
        ("\"areas\":[\"15\"]", "\"areas\":[\"15/2701\"]"),
        ("\"areas\":[\"15\"]", "\"areas\":[\"15/*\"]"), ("\"areas\":[\"15\"]", "\"areas\":[]"),
        ("\"areas\":[\"15\"]", "\"areas\":[\"VN\"]"), ("\"plays_per_day\":8", "\"plays_per_day\":0"),
        ("\"plays_per_day\":8", "\"plays_per_day\":1441"), ("\"plays_per_day\":8", "\"plays_per_day\":-8"),
        ("\"from\":\"2026-11-20T00:00:00Z\"", "\"from\":\"2026-12-20T00:00:00Z\""),
        ("\"from\":\"2026-11-20T00:00:00Z\"", "\"from\":\"2026-11-20\""),
        ("\"until\":\"2026-12-20T00:00:00Z\"", "\"until\":\"2099-12-20T00:00:00Z\""),
        ("\"languages\":[\"vi\"]", "\"languages\":[\"en\",\"vi\"]"),
        ("\"languages\":[\"vi\"]", "\"languages\":[\"Tiếng\"]"),
        ("image/png", "image"), ("image/png", "image/png; x"), ("\"length\":9", "\"length\":0"),
        ("\"length\":9", "\"length\":-1"), ("Lịch tiêm", "Lịch \u{202E}tiêm"),
        ("Lịch tiêm", "Lịch \u{1}tiêm"),
        ("Lịch tiêm", "Lịch \\n tiêm"), ("\"item\"", "\"aside\":1,\"item\""),
        ("\"name\"", "\"extra\":1,\"name\""),
    ])
    func `Any other statement is refused`(part: String, other: String) throws {
        let changed = Self.text.replacing(part, with: other)
        #expect(changed != Self.text, "the part \(part) is there")
        #expect(throws: ReleaseRefused.self) { try Release(reading: Array(changed.utf8)) }
    }

    @Test func `The other spellings of the same statement are refused`() throws {
        _ = try Release(reading: Array(Self.text.utf8))
        for other in [
            Self.text + "\n", " " + Self.text, "\u{FEFF}" + Self.text, Self.text.replacing("/", with: "\\/"),
        ] {
            #expect(throws: ReleaseRefused.self) { try Release(reading: Array(other.utf8)) }
        }
    }

    @Test func `Khmer keeps its spaces of no width`() throws {
        var release = Release.example
        release.title = "ព័ត៌មាន\u{200B}ភូមិ"
        #expect(try Release(reading: release.payload).title == release.title)
    }

    @Test func `A statement without a plan is one`() throws {
        var release = Release.example
        release.answersTo = nil
        #expect(try Release(reading: release.payload) == release)
    }

    @Test func `All communes of the country fit, and no more than there could be`() throws {
        var release = Release.example
        func areas(_ count: Int) -> AreaSet {
            AreaSet(
                (0..<count).map { Newsroom.area(ExactText("15/\(String(String(100_000 + $0).dropFirst()))")) }
            )
        }
        release.areas = areas(3_321)
        #expect(try Release(reading: release.payload) == release)
        release.areas = areas(4_001)
        #expect(throws: ReleaseRefused.self) { try Release(reading: release.payload) }
    }

    @Test func `Nesting and length end early`() {
        let deep = Array(String(repeating: "[", count: 100_000).utf8)
        #expect(throws: ReleaseRefused.self) { try Release(reading: deep) }
        let long = [UInt8](repeating: 0x20, count: Release.limitBytes + 1)
        #expect(throws: ReleaseRefused.malformed("it is longer than \(Release.limitBytes) bytes")) {
            try Release(reading: long)
        }
        let endless = [UInt8](repeating: 0x20, count: 2 * Release.limitBytes + 1)
        #expect(throws: ReleaseRefused.malformed("the envelope is too long")) {
            try SignedRelease(reading: endless, policy: Newsroom().policy)
        }
    }

    @Test(arguments: [
        ("\"reason\":\"Sai\"", "\"reason\":\"\""), ("\"loa-withdrawal\":1", "\"loa-withdrawal\":2"),
        ("\"release\":\"", "\"release\":\"00"), ("\"reason\"", "\"more\":1,\"reason\""),
    ])
    func `A withdrawal is read as strictly`(part: String, other: String) throws {
        let withdrawal = Withdrawal(release: Release.example.digest, reason: "Sai", drawnUp: Newsroom.noon)
        #expect(try Withdrawal(reading: withdrawal.payload) == withdrawal)
        let changed = String(decoding: withdrawal.payload, as: UTF8.self).replacing(part, with: other)
        #expect(throws: ReleaseRefused.self) { try Withdrawal(reading: Array(changed.utf8)) }
    }

    @Test
    func `A digest in capitals is refused: it would be found by nobody, and what it withdraws would play`()
        throws
    {
        let withdrawal = Withdrawal(
            release: ExactText(Release.example.digest.string.uppercased()), reason: "Sai",
            drawnUp: Newsroom.noon)
        #expect(throws: ReleaseRefused.self) { try Withdrawal(reading: withdrawal.payload) }
        var policy = Newsroom().policy
        policy.withdrawn = [withdrawal.release]
        #expect(throws: ReleaseRefused.self) { try ReleasePolicy(json: policy.json) }
        var release = Release.example
        release.renditions[0] = .init(
            sha256: ExactText(release.renditions[0].sha256.string.uppercased()), length: 9,
            mediaType: "image/png", language: "vi")
        #expect(throws: ReleaseRefused.self) { try Release(reading: release.payload) }
    }

    @Test(arguments: ["vn", "15", "15/02701"] as [ExactText])
    func `Areas read as they are written`(text: ExactText) throws {
        #expect(try #require(Area(text)).text == text)
    }

    @Test(
        arguments: [
            "", "1", "015", "15/", "15/1", "15/027011", "15/02701/1", "/02701", "１５", "vn/15", "15/0270a",
        ] as [ExactText])
    func `Other areas are none`(text: ExactText) {
        #expect(Area(text) == nil)
    }

    @Test(arguments: [
        ("\"loa-policy\":1", "\"loa-policy\":2"), ("\"loa-policy\":1", "\"loa-policy\":1,\"more\":1"),
        ("\"from\":\"22:00\"", "\"from\":\"24:00\""), ("\"from\":\"22:00\"", "\"from\":\"22:60\""),
        ("\"from\":\"22:00\"", "\"from\":\"5:00\""), ("\"from\":\"22:00\"", "\"from\":\"05:00\""),
        ("\"persons\":3", "\"persons\":0"), ("\"percent\":50", "\"percent\":101"),
        ("\"person\":\"an\"", "\"person\":\"\u{430}n\""),
        ("\"minutes_per_day\":60", "\"minutes_per_day\":1441"),
        ("\"withdrawn\":[]", "\"withdrawn\":[\"ab\"]"),
        ("\"keytype\":\"ed25519\"", "\"keytype\":\"ed448\""),
    ])
    func `A policy is read as strictly`(part: String, other: String) throws {
        var policy = Newsroom().policy
        policy.thresholds = [.init(classes: [.emergency], areas: [.country], persons: 3)]
        policy.quietHours = [.init(scope: Newsroom.scope(), from: 1320, until: 300)]
        policy.volumes = [.init(scope: Newsroom.scope(), percent: 50)]
        policy.ceilings = [.init(scope: Newsroom.scope(), playsPerDay: 5, minutesPerDay: 60)]
        let text = String(decoding: policy.json.canonicalBytes, as: UTF8.self)
        #expect(try ReleasePolicy(json: JSON(reading: Array(text.utf8))) == policy)
        let changed = text.replacing(part, with: other)
        #expect(changed != text)
        let json = try JSON(reading: Array(changed.utf8))
        #expect(throws: ReleaseRefused.self) { try ReleasePolicy(json: json) }
    }
}
