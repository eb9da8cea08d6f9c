import Testing
import Vietnamese

@Suite struct KeyTests {
    @Test(
        "The compare key doesn't see case, tone place or composition",
        arguments: [
            ("hòa", "hoà"), ("Ủy ban", "Uỷ ban"), ("THỦY", "thuỷ"), ("Khoẻ", "khỏe"),
            ("Đo\u{302}\u{323}c  lập", "độc lập"),
        ])
    func comparesWithoutTonePlace(left: String, right: String) {
        #expect(Vietnamese.compareKey(left) == Vietnamese.compareKey(right))
    }

    @Test("The compare key keeps marks", arguments: [("báo", "bảo"), ("Đảng", "Dang"), ("bo", "bơ")])
    func keepsMarks(left: String, right: String) {
        #expect(Vietnamese.compareKey(left) != Vietnamese.compareKey(right))
    }

    @Test("The search key has no marks") func searchesWithoutMarks() {
        #expect(Vietnamese.searchKey("Thông tin Đối ngoại") == "thong tin doi ngoai")
    }
}
