import Testing
import Vietnamese

@Suite struct PhoneTests {
    @Test(
        "Telephone numbers keep their last three digits",
        arguments: [
            ("0900000001", "•••••••001"), ("0912 345 678", "•••• ••• 678"),
            ("0912.345.678 (An)", "••••.•••.678 (An)"),
            ("+84 912 345 678", "+•• ••• ••• 678"), ("ĐT: 0260.3862710;", "ĐT: ••••.••••710;"),
            ("84912345678", "••••••••678"),
        ])
    func masks(text: String, masked: String) {
        #expect(Vietnamese.maskedPhones(in: text) == masked)
    }

    @Test(
        "Numbers that are no telephones stay",
        arguments: [
            "05/01/2026", "675/KH-UBND", "1.250.000.000 đồng", "Thông tư 02/2023/TT-BTTTT", "000.00.00.H34",
            "2025", "01-02",
        ])
    func leaves(text: String) {
        #expect(Vietnamese.maskedPhones(in: text) == text)
    }
}
