import Testing

@testable import Domain

/// Names stand here as their keys, without marks, as the store makes them.
struct PartyMatcherTests {
    /// Two provinces that became one, with a district, communes and departments of either time.
    static let register = AgencyRegister(
        entries: [
            entry("gov", "chinh phu", level: .central),
            entry("bvh", "bo van hoa the thao du lich", level: .central, below: "gov"),
            entry(
                "kt", "uy ban nhan dan tinh kon tum", below: "gov", to: end, place: "tinh kon tum",
                then: [("qn", nil)]),
            entry(
                "qnOld", "uy ban nhan dan tinh quang ngai", below: "gov", to: end, place: "tinh quang ngai",
                then: [("qn", nil)]),
            entry(
                "qn", "uy ban nhan dan tinh quang ngai", below: "gov", from: start, place: "tinh quang ngai"),
            entry(
                "ktTT", "so thong tin truyen thong", below: "kt", to: reform,
                then: [("ktVH", "thong tin"), ("ktKH", "chuyen doi so")]),
            entry("ktVH", "so van hoa the thao du lich", below: "kt", to: end, then: [("qnVH", nil)]),
            entry("ktKH", "so khoa hoc cong nghe tinh kon tum", below: "kt", to: end, then: [("qnKH", nil)]),
            entry("ktNV", "so ngoai vu", below: "kt", to: end, then: [("qnNV", nil)]),
            entry("ktCA", "cong an tinh", kind: .force, below: "kt", to: end, then: [("qnCA", nil)]),
            entry("ktBao", "bao kon tum", kind: .press, below: "kt", to: end, then: [("qnBao", nil)]),
            entry("qnVH", "so van hoa the thao du lich", below: "qn", from: start),
            entry("qnKH", "so khoa hoc cong nghe", below: "qn", from: start),
            entry("qnNV", "so ngoai vu", below: "qn", from: start),
            entry("qnCA", "cong an tinh", kind: .force, below: "qn", from: start),
            entry("qnBao", "bao phat thanh truyen hinh quang ngai", kind: .press, below: "qn", from: start),
            entry(
                "nh", "uy ban nhan dan huyen ngoc hoi", level: .district, below: "kt", to: end,
                place: "huyen ngoc hoi", then: [("xaBY", nil), ("xaSL", nil)]),
            entry(
                "dt", "uy ban nhan dan huyen dak to", level: .district, below: "kt", to: end,
                place: "huyen dak to", then: [("xaDT", nil)]),
            entry("nhVH", "phong van hoa thong tin", level: .district, below: "nh", to: end),
            entry(
                "xaBY", "uy ban nhan dan xa bo y", level: .commune, below: "qn", from: start, place: "xa bo y"
            ),
            entry(
                "xaSL", "uy ban nhan dan xa sa loong", level: .commune, below: "qn", from: start,
                place: "xa sa loong"),
            entry(
                "xaDT", "uy ban nhan dan xa dak to", level: .commune, below: "qn", from: start,
                place: "xa dak to"),
            entry("xaBYvh", "phong van hoa xa hoi", level: .commune, below: "xaBY", from: start),
        ])
    static let names = NameIndex(register, key: { $0 })

    static let reform = CalendarDay(iso: "2025-02-28")
    static let end = CalendarDay(iso: "2025-06-30")
    static let start = CalendarDay(iso: "2025-07-01")

    static func entry(
        _ id: String, _ name: String, kind: Agency.Kind = .department, level: Agency.Level = .province,
        below parent: String? = nil, from: CalendarDay? = nil, to: CalendarDay? = nil, place: String? = nil,
        then successors: [(String, String?)] = []
    ) -> AgencyRegister.Entry {
        let after = successors.map { Succession(Agency.ID($0.0), part: $0.1) }
        return AgencyRegister.Entry(
            agency: Agency(
                id: Agency.ID(id), name: name, kind: place == nil ? kind : .committee, level: level,
                parent: parent.map { Agency.ID($0) }, validFrom: from, validTo: to,
                successors: after.map(\.successor), place: place),
            successions: after)
    }

    static func match(_ key: String, from issuer: String, on day: String, today: String = "2026-11-21")
        -> PartyMatch
    {
        guard let day = CalendarDay(iso: day), let today = CalendarDay(iso: today) else { return .unknown }
        return PartyMatcher(
            register: register, names: names, issuer: Agency.ID(issuer), on: day, today: today
        ).match(key)
    }

    /// Who acts, with the one of the plan's time where that is another; `?` and the candidates; `*` and the members,
    /// those that are ticked with a plus; `-`.
    static func told(_ match: PartyMatch) -> String {
        func one(_ acting: PartyMatch.Acting) -> String {
            acting.agency.rawValue + (acting.named.map { "<\($0)" } ?? "")
        }
        switch match {
        case .sure(let acting): return one(acting)
        case .unsure(let all): return "?" + all.map { one($0.acting) }.sorted().joined(separator: ",")
        case .group(let all):
            return "*" + all.map { one($0.acting) + ($0.isTicked ? "+" : "") }.sorted().joined(separator: ",")
        case .unknown: return "-"
        }
    }

    @Test(arguments: [
        // The same words, seen from different places and times.
        ("so ngoai vu", "kt", "2023-05-01", "2023-05-01", "ktNV"),
        ("so ngoai vu", "kt", "2023-05-01", "2026-11-21", "qnNV<ktNV"),
        ("so ngoai vu", "qn", "2026-01-05", "2026-11-21", "qnNV"),
        ("so ngoai vu tinh", "ktVH", "2023-05-01", "2023-05-01", "ktNV"),
        ("so ngoai vu tinh kon tum", "ktVH", "2023-05-01", "2023-05-01", "ktNV"),
        ("so ngoai vu kon tum", "nh", "2023-05-01", "2023-05-01", "ktNV"),
        // A name that bears the place is found without it, and the other way round.
        ("so khoa hoc cong nghe", "kt", "2023-05-01", "2023-05-01", "ktKH"),
        ("cong an tinh kon tum", "kt", "2023-05-01", "2023-05-01", "ktCA"),
        ("bao kon tum", "kt", "2023-05-01", "2023-05-01", "ktBao"),
        // One's own committee, by its type alone; nobody else's.
        ("uy ban nhan dan tinh", "ktNV", "2023-05-01", "2023-05-01", "kt"),
        ("uy ban nhan dan tinh", "nh", "2023-05-01", "2023-05-01", "kt"),
        ("uy ban nhan dan tinh", "qnNV", "2026-05-01", "2026-05-01", "qn"),
        ("uy ban nhan dan huyen", "nhVH", "2023-05-01", "2023-05-01", "nh"),
        // Places stand for their committees.
        ("huyen ngoc hoi", "kt", "2023-05-01", "2023-05-01", "nh"),
        ("uy ban nhan dan xa bo y", "qn", "2026-05-01", "2026-05-01", "xaBY"),
        ("phong van hoa xa hoi", "xaBY", "2026-05-01", "2026-05-01", "xaBYvh"),
        // Central bodies are known to all.
        ("bo van hoa the thao du lich", "nh", "2023-05-01", "2023-05-01", "bvh"),
        ("chinh phu", "qn", "2026-05-01", "2026-05-01", "gov"),
    ])
    func `A party is one agency of the plan's day and place`(
        key: String, issuer: String, day: String, today: String, expected: String
    ) {
        #expect(Self.told(Self.match(key, from: issuer, on: day, today: today)) == expected)
    }

    @Test(arguments: [
        // Divided between the plan's day and today: a person says who took this part.
        ("so thong tin truyen thong", "kt", "2023-05-01", "2026-11-21", "?qnKH<ktTT,qnVH<ktTT"),
        ("huyen ngoc hoi", "kt", "2023-05-01", "2026-11-21", "?xaBY<nh,xaSL<nh"),
        // Named after its end.
        ("so thong tin truyen thong", "kt", "2025-05-01", "2025-05-01", "?ktKH<ktTT,ktVH<ktTT"),
        // Not yet there.
        ("uy ban nhan dan xa bo y", "qn", "2024-05-01", "2026-11-21", "?xaBY"),
        // Of another province.
        ("uy ban nhan dan tinh quang ngai", "kt", "2023-05-01", "2023-05-01", "?qnOld"),
        // Only like a name that there is.
        ("so ngoai vu van phong", "kt", "2023-05-01", "2023-05-01", "?ktNV"),
        ("uy ban nhan dan huyen", "kt", "2023-05-01", "2023-05-01", "?dt,nh"),
        ("bao", "kt", "2023-05-01", "2023-05-01", "-"),
        ("to truong to dan pho", "kt", "2023-05-01", "2023-05-01", "-"),
        ("hoi nha bao tinh", "kt", "2023-05-01", "2023-05-01", "-"),
    ])
    func `What is not certain is asked`(
        key: String, issuer: String, day: String, today: String, expected: String
    ) {
        #expect(Self.told(Self.match(key, from: issuer, on: day, today: today)) == expected)
    }

    @Test(arguments: [
        ("uy ban nhan dan cac huyen thanh pho", "kt", "2023-05-01", "*dt+,nh+"),
        ("uy ban nhan dan cac huyen bien gioi", "kt", "2023-05-01", "*dt,nh"),
        ("uy ban nhan dan cap huyen ngoc hoi dak to", "kt", "2023-05-01", "*dt+,nh+"),
        ("uy ban nhan dan cac huyen ngoc hoi", "kt", "2023-05-01", "*dt,nh+"),
        ("cac so nganh", "kt", "2023-02-01", "*ktKH+,ktNV+,ktTT+,ktVH+"),
        ("cac so ban nganh", "kt", "2023-02-01", "*ktCA+,ktKH+,ktNV+,ktTT+,ktVH+"),
        ("cac co quan bao chi tinh", "kt", "2023-05-01", "*ktBao+"),
        ("uy ban nhan dan cac xa phuong dac khu", "qn", "2026-05-01", "*xaBY+,xaDT+,xaSL+"),
        // Vague words propose, but tick nobody.
        ("cac don vi", "qn", "2026-05-01", "*qnBao,qnCA,qnKH,qnNV,qnVH"),
        ("cac xa", "qn", "2026-05-01", "*xaBY+,xaDT+,xaSL+"),
    ])
    func `A group is proposed by kind and level, of the plan's day`(
        key: String, issuer: String, day: String, expected: String
    ) {
        #expect(Self.told(Self.match(key, from: issuer, on: day, today: day)) == expected)
    }

    @Test func `Members of a group that ended are shown as whoever goes on`() {
        let told = Self.told(Self.match("uy ban nhan dan cac huyen", from: "kt", on: "2023-05-01"))
        #expect(told == "*xaBY<nh+,xaDT<dt+,xaSL<nh+")
    }

    @Test(arguments: [
        ("uy ban nhan dan tinh kon tum", "gov", "2023-05-01", "kt"),
        ("uy ban nhan dan tinh", "kt", "2023-05-01", "kt"),
        ("uy ban nhan dan tinh", "gov", "2023-05-01", "gov"),
        ("so ngoai vu", "kt", "2023-05-01", "ktNV"),
        ("so ngoai vu", "gov", "2023-05-01", "ktNV"),
        ("tieu ban tuyen truyen", "kt", "2023-05-01", "kt"),
    ])
    func `The issuer is whom the plan's words name, else whoever keeps it`(
        key: String, keeper: String, day: String, expected: String
    ) throws {
        let day = try #require(CalendarDay(iso: day))
        let issuer = PartyMatcher.issuer(
            named: key, keptBy: Agency.ID(keeper), in: Self.register, names: Self.names, on: day)
        #expect(issuer == Agency.ID(expected))
    }

    @Test func `An answer is remembered as long as its agencies have one heir each`() throws {
        let day = try #require(CalendarDay(iso: "2026-11-21"))
        let matcher = PartyMatcher(
            register: Self.register, names: Self.names, issuer: Agency.ID("qn"), on: day, today: day)
        #expect(
            matcher.remembered([Agency.ID("ktNV"), Agency.ID("qnVH")]) == [
                .init(Agency.ID("qnNV"), named: Agency.ID("ktNV")), .init(Agency.ID("qnVH")),
            ])
        #expect(matcher.remembered([]) == [])
        #expect(matcher.remembered([Agency.ID("ktTT")]) == nil)
        #expect(matcher.remembered([Agency.ID("nhVH")]) == nil)
    }
}
