import Testing
import Vietnamese

@Suite struct RepairTests {
    @Test(
        "Broken marks go back to their vowel",
        arguments: [
            ("v\u{E2}\u{1E47} \u{111}\u{F4}\u{1E47}g", "vận động"), ("c\u{1B0}c\u{323}", "cực"),
            ("b\u{1EA3}o v\u{EA} \u{323}", "bảo vệ "),
            ("tr\u{E2}\u{1E6D} t\u{1B0} \u{323}khu v\u{1B0}c\u{323}", "trật tự khu vực"),
            ("ho\u{1EA1}t", "hoạt"), ("hoa\u{1E6D}", "hoạt"), ("ti\u{301}ch c\u{1B0}c\u{323}", "tích cực"),
            ("c\u{F4}\u{1E6D} mo\u{302}\u{301}c", "cột mốc"), ("Vie\u{302}\u{323}t Nam", "Việt Nam"),
            ("Vie\u{323}\u{302}t", "Việt"),
        ])
    func mendsMarks(broken: String, right: String) {
        #expect(Vietnamese.repaired(broken).string == right)
    }

    @Test(
        "Sound text stays as it is, and its offsets too",
        arguments: ["Sở Thông tin và Truyền thông – “Đài” …", "plain", "", "ñ é ü"])
    func leavesSoundText(text: String) {
        let repaired = Vietnamese.repaired(text)
        #expect(Array(repaired.string.utf8) == Array(text.utf8))
        #expect(repaired.offsets.isIdentity)
    }

    @Test(
        "Look-alikes and invisible characters are replaced",
        arguments: [
            ("\u{D0}ảng", "Đảng"), ("\u{189}oàn", "Đoàn"), ("\u{F0}ông", "đông"),
            ("tuyên\u{200B} truyền", "tuyên truyền"),
            ("thông \u{AD}tin", "thông tin"), ("a\u{A0}b", "a b"), ("\u{FEFF}Kế", "Kế"),
            ("\u{F0B7} Treo", "- Treo"), ("a\r\nb\rc", "a\nb\nc"),
        ])
    func replacesLookAlikes(given: String, right: String) {
        #expect(Vietnamese.repaired(given).string == right)
    }

    @Test("Offsets lead back to the bytes as given")
    func mapsOffsets() {
        let text = "A\u{A0}v\u{E2}\u{1E47} \u{111}\u{F4}\u{1E47}g xong"
        let repaired = Vietnamese.repaired(text)
        let start = repaired.string.utf8.count - "xong".utf8.count
        #expect(repaired.offsets.original(of: start) == text.utf8.count - "xong".utf8.count)
        #expect(repaired.offsets.original(of: 0) == 0)
    }

    @Test(
        "Broken UTF-8 becomes the replacement character and never traps",
        arguments: [[0xFF], [0xE1, 0xBA], [0xC3], [0xF0, 0x9F, 0x98], [0x80, 0x41]] as [[UInt8]])
    func survivesBrokenBytes(bytes: [UInt8]) {
        let text = Vietnamese.repaired(bytes).string
        #expect(text.unicodeScalars.contains("\u{FFFD}"))
    }
}
