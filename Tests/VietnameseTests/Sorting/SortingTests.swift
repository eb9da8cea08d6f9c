import Testing
import Vietnamese

@Suite struct SortingTests {
    @Test("Words sort by the alphabet first, then by tone")
    func sortsWords() {
        let right = [
            "a", "ai", "an", "ăn", "ân", "ba", "bà", "bả", "bã", "bá", "bạ", "ba mươi", "da", "đa", "e", "ê",
            "o", "ô", "ơ", "u", "ư", "y",
        ]
        #expect(
            Vietnamese.sorted(right.reversed())
                == right.sorted { Vietnamese.sortKey($0).lexicographicallyPrecedes(Vietnamese.sortKey($1)) })
        #expect(
            Vietnamese.sorted(["đa", "da", "bạ", "bá", "bã", "bả", "bà", "ba"]) == [
                "ba", "bà", "bả", "bã", "bá", "bạ", "da", "đa",
            ])
        #expect(Vietnamese.sorted(["ân", "ăn", "an"]) == ["an", "ăn", "ân"])
        #expect(Vietnamese.sorted(["ơ", "o", "ô"]) == ["o", "ô", "ơ"])
    }

    @Test("Letters decide before tones: bá nha follows bà mẹ, báo follows bào")
    func lettersBeforeTones() {
        #expect(Vietnamese.sorted(["bảo", "bao la", "báo", "bào"]) == ["bào", "bảo", "báo", "bao la"])
        #expect(Vietnamese.sorted(["thành Nam", "thanh niên"]) == ["thành Nam", "thanh niên"])
    }

    @Test("Persons sort by given name, then family name, then middle name")
    func sortsPersons() {
        let names = [
            "Trần Văn Thu", "Nguyễn Văn An", "Đinh Lyơn", "Lê Thị Ánh", "Nguyễn Bá An", "Bùi Văn An",
        ]
        #expect(
            Vietnamese.sortedPersons(names) == [
                "Bùi Văn An", "Nguyễn Bá An", "Nguyễn Văn An", "Lê Thị Ánh", "Đinh Lyơn", "Trần Văn Thu",
            ])
    }
}
