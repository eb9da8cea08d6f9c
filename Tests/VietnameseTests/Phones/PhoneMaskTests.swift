import Testing

@testable import Vietnamese

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
            "0912345678901", "A0912345678", "0912345678/KH-UBND", "01134567890", "", "09", "+", "٠٩١٢٣٤٥٦٧٨",
            "3837/BTTTT-TTĐN ngày 16 tháng 9 năm 2024",
        ])
    func `Other numbers stay`(text: String) {
        #expect(PhoneMask.masked(text) == text)
    }

    @Test(arguments: [
        "0912345683", "(0912) 345 674", "(+84) 912 345 679", "+84(0)912345680", "+84 (0) 912 345 680",
        "0084912345687", "+84.0912345708", "84-912-345-688", "0912–345–675", "0912 – 345694",
        "0912\u{A0}345\u{A0}676", "0912  345 677", "0912/345/684", "0912,345,685", "0912_345_693",
        "0912’345’705", "0912345690Zalo", "đt0912345707", "ĐTDĐ0912345681", "SĐT 0912 . 345 . 698",
        "0912\u{200B}345701", "0912345700\u{200B}", "０９１２３４５６８６", "01612345691", "0123 4567 891",
        "0219.3866123 (nhà riêng)", "nhà riêng: 0219 386 6123", "đồng chí Lan, điện thoại 0260.3862.345",
        "0912\n345692", "091 2345 6 95", "0 9 1 2 3 4 5 6 9 6", "tel:0912345689", "a.0912345699@gmail.com",
        "Nguyễn Văn A/0912345682", "1.0912345678", "[0912 345 702]", "Đường dây nóng: 0912.345.678",
        "0912345678/Nguyễn Văn A", "họp ngày 05/07/2025, gọi 0912345678",
    ])
    func `A person's number is hidden however it is written`(text: String) {
        let masked = PhoneMask.masked("Liên hệ \(text).")
        #expect(masked != "Liên hệ \(text).")
        #expect(masked.utf8.count == "Liên hệ \(text).".utf8.count)
        let stars = masked.unicodeScalars.count { $0 == "*" || $0 == "＊" }
        #expect((7...10).contains(stars), "\(masked)")
    }

    @Test(arguments: [
        ("0912345683/0987654321", "*******683/*******321"),
        ("0912345709-0912345710", "*******709-*******710"),
        ("0912 345 711 0912 345 712", "**** *** 711 **** *** 712"),
        ("0912345703;0912345704", "*******703;*******704"),
        ("0912 345 888 hoặc 0912345881", "**** *** 888 hoặc *******881"),
    ])
    func `Two numbers side by side are both hidden`(text: String, expected: String) {
        #expect(PhoneMask.masked(text) == expected)
    }

    @Test(arguments: [
        "Nghị định số 12/2024/NĐ-CP", "0912/QĐ-UBND", "Số: 0385/KH-UBND ngày 05/07/2025",
        "05/07/2025, 15 người",
        "05.07.2025 15 giờ", "05-07-2025 15", "tháng 05.2025-2030", "07/2025 - 2030", "84.912.345.688 đồng",
        "912.345.678 đồng", "84 912 345 678 VNĐ", "03/2026, 05/2026, 07/2026",
        "giai đoạn 2021-2025, 2026-2030",
        "Mã số thuế: 0312345678", "MST 0312345678", "CCCD 038012345678", "Fax: 0260.3862.345",
        "Văn phòng UBND tỉnh: 0260 3862 345", "1900 1234", "1800.6132", "113, 114, 115",
        "Thông tư số 01/2011/TT-BNV", "09 xã, 12 phường, 2025 người", "tỷ lệ 0,912 345", "24/7",
        "08:30 - 11:30",
        "Luật số 117/2025/QH15", "| 01 | 02 | 03 | 04 | 05 | 06 |", "01.02.03.04.05.06",
        "Quyết định 1191/QĐ-TTg, 05/8/2020", "từ 01/7/2025 đến 31/12/2025", "0900 - 1100", "85/2016/NĐ-CP",
        "Tổng đài 0260 3862 345 của đồng chí trực",
    ])
    func `Documents, dates, sums of money and offices' lines stay`(text: String) {
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

    @Test(arguments: [
        "(0912) 345 674", "+84(0)912345680", "0912/345/684", "０９１２３４５６８６", "01612345691",
        "0912345683/0987654321", "0084912345687", "0912 – 345694",
    ])
    func `Every form comes back`(text: String) {
        let original = "Liên hệ \(text), phòng 5"
        let typed = PhoneMask.masked(original).replacing("phòng 5", with: "phòng 6")
        #expect(typed.contains("*") || typed.contains("＊"))
        #expect(PhoneMask.restored(typed, from: [original]) == "Liên hệ \(text), phòng 6")
    }

    @Test func `A fixed line that was hidden as a whole comes back`() {
        #expect(PhoneMask.restored("**** ****345", from: ["0260 3862345"]) == "0260 3862345")
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

/// Numbers whose nought was lost, and numbers known from a list.
struct LostNoughtTests {
    @Test(arguments: [
        ("O912345678", "O******678"), ("gọi O912 345 678 nhé", "gọi O*** *** 678 nhé"),
        ("ĐT 912345678", "ĐT ******678"), ("SĐT: 912.345.678", "SĐT: ***.***.678"),
        ("Điện thoại: 385123456", "Điện thoại: ******456"),
        ("điện thoại số: 912345678", "điện thoại số: ******678"),
        ("(di động 912 345 678)", "(di động *** *** 678)"), ("Zalo:912345678", "Zalo:******678"),
    ])
    func `A mobile number without its nought is hidden where the words before it say what it is`(
        text: String, expected: String
    ) {
        #expect(PhoneMask.masked(text) == expected)
        #expect(PhoneMask.restored(expected, from: [text]) == text)
    }

    @Test(arguments: [
        "912345678", "số lượng 912345678", "mã O12345678", "KO912345678", "ĐT 12345678", "ĐT 9123456789",
        "kinh phí ĐT 912345678 đồng", "đầu tư 912.345.678 đồng",
    ])
    func `Nine digits by themselves are no telephone number`(text: String) {
        #expect(PhoneMask.masked(text) == text)
    }

    @Test func `A number known from a list of persons is hidden in whatever form it stands`() {
        let known = KnownPhones(["912345679", "0229.3866123 / 0229 3866 124", "12", ""])
        let text =
            "| 2 | Lê Thị B | 912345679 | +84 912 345 679 | 0229 3866 123, 02293866124 | 9123456790 | 1912345679"
        let masked = PhoneMask.masked(text, knowing: known)
        #expect(
            masked
                == "| 2 | Lê Thị B | ******679 | +** *** *** 679 | **** **** 123, ********124 | 9123456790 | 1912345679"
        )
        #expect(
            PhoneMask.restored("Lê Thị B ******679", from: ["912345679"], knowing: known)
                == "Lê Thị B 912345679")
        #expect(PhoneMask.masked("912345679, năm 2025", knowing: .none) == "912345679, năm 2025")
        #expect(
            KnownPhones.mayStand(in: "gọi 9123 45679") && !KnownPhones.mayStand(in: "ngày 05; 07; năm 2025"))
    }
}
