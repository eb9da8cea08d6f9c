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
