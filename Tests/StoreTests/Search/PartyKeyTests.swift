import Testing

@testable import Store

@Suite("The key of a party's name") struct PartyKeyTests {
    @Test(
        "spellings of one office meet",
        arguments: [
            [
                "UBND các huyện, thành phố", "Ủy ban nhân dân các huyện, thành phố",
                "ủy ban nhân dân các huyện và TP",
            ],
            ["các sở, ban, ngành liên quan", "Các sở, ban, ngành", "Các sở, ban, ngành có liên quan"],
            ["các cơ quan báo chí của tỉnh", "Các cơ quan báo chí tỉnh"],
            ["Các đơn vị, địa phương1", "các đơn vị, địa phương"],
            ["Sở VHTTDL", "Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"],
            ["Sở TT&TT", "Sở Thông tin và Truyền thông"],
            ["Đài PT-TH tỉnh", "Đài Phát thanh – Truyền hình tỉnh"],
        ])
    func meet(_ spellings: [String]) {
        #expect(Set(spellings.map(PartyKey.of)).count == 1, "\(spellings.map(PartyKey.of))")
    }

    @Test(
        "different offices keep apart",
        arguments: [
            ("UBND tỉnh", "UBND huyện"), ("Công an tỉnh", "Công an"), ("Chi cục Hải quan", "Chi cục"),
            ("Phòng PA03", "Phòng PA02"), ("Hội Liên hiệp Phụ nữ", "Hội Phụ nữ"),
            ("các huyện, thị xã, thành phố", "các huyện, thành phố"),
        ])
    func apart(_ one: String, _ other: String) {
        #expect(PartyKey.of(one) != PartyKey.of(other))
    }

    @Test("a name of nothing but such words keeps them")
    func never() { #expect(PartyKey.of("của và") == "cua va") }
}
