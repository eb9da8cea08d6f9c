import Testing

@testable import Domain

@Suite struct IssuerNameTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var issuer: String
        var place: String?
        var title = "Công tác thông tin đối ngoại năm 2025"
        var words: [String] = []
        var full: String
        var testDescription: String { "\(issuer), \(place ?? "–")" }
    }

    static let cases: [Case] = [
        // The place before the date.
        .init(issuer: "Ủy ban nhân dân tỉnh", place: "Lào Cai", full: "Ủy ban nhân dân tỉnh Lào Cai"),
        .init(issuer: "ỦY BAN NHÂN DÂN TỈNH", place: "Lào Cai", full: "ỦY BAN NHÂN DÂN TỈNH Lào Cai"),
        .init(issuer: "Ủy ban nhân dân xã", place: "Yên Bình", full: "Ủy ban nhân dân xã Yên Bình"),
        .init(
            issuer: "Ủy ban nhân dân thành phố", place: "TP. Hồ Chí Minh",
            full: "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        .init(
            issuer: "Ủy ban nhân dân tỉnh", place: "Bà Rịa - Vũng Tàu",
            full: "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
        .init(issuer: "Sở Y tế", place: "Lào Cai", full: "Sở Y tế Lào Cai"),
        .init(issuer: "Ban Tuyên giáo Tỉnh ủy", place: "Cà Mau", full: "Ban Tuyên giáo Tỉnh ủy Cà Mau"),
        // The title, or what all the rest agrees upon.
        .init(
            issuer: "Ủy ban nhân dân tỉnh", title: "Công tác thông tin đối ngoại tỉnh Kon Tum năm 2025",
            full: "Ủy ban nhân dân tỉnh Kon Tum"),
        .init(
            issuer: "Sở Thông tin và Truyền thông",
            words: ["đăng trên Cổng Thông tin điện tử tỉnh Hà Nam, báo chí"],
            full: "Sở Thông tin và Truyền thông tỉnh Hà Nam"),
        .init(
            issuer: "Sở Y tế", place: "Lào Cai", words: ["Ủy ban nhân dân tỉnh Lào Cai"],
            full: "Sở Y tế tỉnh Lào Cai"),
        // Two provinces: neither is guessed.
        .init(
            issuer: "Ủy ban nhân dân tỉnh", words: ["tỉnh Gia Lai", "giao lưu với tỉnh Attapư"],
            full: "Ủy ban nhân dân tỉnh"),
        // A place of another level says nothing about the province.
        .init(issuer: "Ủy ban nhân dân tỉnh", place: "TP. Vinh", full: "Ủy ban nhân dân tỉnh"),
        .init(issuer: "Ủy ban nhân dân tỉnh", place: "ngày", full: "Ủy ban nhân dân tỉnh"),
        // What names its place already, or needs none.
        .init(issuer: "Sở Y tế Lào Cai", place: "Lào Cai", full: "Sở Y tế Lào Cai"),
        .init(
            issuer: "Ủy ban nhân dân thị trấn Kông Chro", place: "Gia Lai",
            full: "Ủy ban nhân dân thị trấn Kông Chro"),
        .init(
            issuer: "Sở Lao động - Thương binh và Xã hội", place: "Lào Cai",
            full: "Sở Lao động - Thương binh và Xã hội Lào Cai"),
        .init(issuer: "Bộ Ngoại giao", place: "Hà Nội", full: "Bộ Ngoại giao"),
        .init(issuer: "Tỉnh ủy Lào Cai", place: "Lào Cai", full: "Tỉnh ủy Lào Cai"),
        .init(
            issuer: "Ủy ban nhân dân tỉnh", title: "TUYÊN TRUYỀN TỈNH KON TUM NĂM 2025",
            full: "Ủy ban nhân dân tỉnh"),
    ]

    @Test("An issuer bears the name of its place where the document says it", arguments: cases)
    func full(_ one: Case) {
        #expect(IssuerName.full(one.issuer, place: one.place, title: one.title, words: one.words) == one.full)
    }

    @Test("Lists write committees and councils short")
    func short() {
        #expect(IssuerName.short("Ủy ban nhân dân tỉnh Lào Cai") == "UBND tỉnh Lào Cai")
        #expect(IssuerName.short("Hội đồng nhân dân xã A") == "HĐND xã A")
        #expect(IssuerName.short("Sở Y tế") == "Sở Y tế")
    }

    @Test("The plan takes the full name over; its draft keeps what was read")
    func summary() throws {
        var draft = PlanDraft(title: Marked("Kế hoạch", range: nil, rule: "test"))
        draft.issuer = Marked("Ủy ban nhân dân tỉnh", range: nil, rule: "test")
        draft.place = Marked("Lào Cai", range: nil, rule: "test")
        #expect(
            draft.issuerInFull == "Ủy ban nhân dân tỉnh Lào Cai"
                && draft.issuer?.value == "Ủy ban nhân dân tỉnh")
    }
}
