import Testing

@testable import Domain

struct PhoneMaskTests {
    @Test(
        arguments: [
            ("ĐT: 0912345678.", "ĐT: *******678."), ("0912 345 678", "**** *** 678"),
            ("0912.345.678", "****.***.678"),
            ("+84 912 345 678", "+** *** *** 678"), ("(84912345678)", "(********678)"),
            ("0385-123-456, 0701234567", "****-***-456, *******567"),
            ("đồng chí Lan 0912345678", "đồng chí Lan *******678"),
        ])
    func `Mobile numbers keep their last digits only`(text: String, expected: String) {
        #expect(PhoneMask.masked(text) == expected)
    }

    @Test(
        arguments: [
            "Số: 0912/KH-UBND", "ngày 05/07/2025", "02603.862.345", "1900 1234", "năm 2025 2026 2027",
            "12.345.678.901 đồng",
            "0912345678901", "A0912345678", "0912345678/KH-UBND", "01234567890", "", "09", "+", "٠٩١٢٣٤٥٦٧٨",
            "3837/BTTTT-TTĐN ngày 16 tháng 9 năm 2024",
        ])
    func `Other numbers stay`(text: String) {
        #expect(PhoneMask.masked(text) == text)
    }

    @Test func `The text stays as long, and every other byte the same`() {
        let text = "Nguyễn Văn A — 0912 345 678 – Kon Tum; 0987654321; đ/c B"
        let masked = PhoneMask.masked(text)
        #expect(masked.utf8.count == text.utf8.count)
        for (one, other) in zip(text.utf8, masked.utf8) where one != other {
            #expect((48...57).contains(one) && other == UInt8(ascii: "*"))
        }
    }

    @Test func `A number of a list of persons is masked whatever its form`() {
        #expect(PhoneMask.maskedWhole("0260 3862345") == "**** ****345")
        #expect(PhoneMask.maskedWhole("12") == "12")
    }
}

struct RestoringPhonesTests {
    static let original = "Liên hệ 0912 345 678 hoặc +84987654321, máy bàn 0260 3862 333"

    @Test func `What was masked and edited round it has its digits again`() {
        let typed = PhoneMask.masked(Self.original).replacing("Liên hệ", with: "Xin gọi")
        #expect(typed.contains("*"))
        #expect(
            PhoneMask.restored(typed, from: [Self.original])
                == Self.original.replacing("Liên hệ", with: "Xin gọi"))
    }

    @Test(arguments: [
        "không có số", "số mới 0905 111 222", "**in đậm** và * mục", "*** 123", "", "*******",
        "********** 12",
    ])
    func `Text without a masked number stays as it is`(typed: String) {
        #expect(PhoneMask.restored(typed, from: [Self.original]) == typed)
    }

    @Test func `The next original is asked where the first has no such number`() {
        #expect(PhoneMask.restored("gọi **** *** 678", from: ["", Self.original]) == "gọi 0912 345 678")
    }

    @Test func `A number that nobody can tell is never stored as stars`() {
        #expect(PhoneMask.restored("gọi *******999", from: [Self.original]) == nil)
        #expect(PhoneMask.restored("gọi *******678", from: []) == nil)
        // Two persons whose numbers look alike: both again, or it isn't clear who was left out.
        let two = "A 0912345678, B 0987654678"
        #expect(PhoneMask.restored("A *******678, B *******678", from: [two]) == two)
        #expect(PhoneMask.restored("B *******678", from: [two]) == nil)
        let twice = "A 0912345678, lại 0912345678"
        #expect(PhoneMask.restored("chỉ *******678", from: [twice]) == "chỉ 0912345678")
    }

    @Test func `Stars that stand in the document itself stay`() {
        #expect(PhoneMask.restored("gọi *******678", from: ["gọi *******678 (đã che)"]) == "gọi *******678")
    }
}
