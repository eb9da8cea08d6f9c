import Testing

@testable import Documents

@Suite("Marks of secrecy")
struct SecrecyMarkTests {
    @Test(
        "a mark that stands by itself is found",
        arguments: [
            ("MẬT", SecrecyMark.secret), ("M Ậ T", .secret), ("M Ậ T", .secret), ("MAT", .secret),
            ("[MẬT]", .secret),
            ("M\u{1EAC}T", .secret), ("MA\u{302}\u{323}T", .secret), ("TỐI MẬT", .topSecret),
            ("T Ố I  M Ậ T", .topSecret),
            ("TOI MAT", .topSecret), ("TUYỆT MẬT", .ultraSecret), ("Tuyệt mật", .ultraSecret),
            ("Mật", .secret),
            ("TÀI LIỆU THU HỒI", .recall), ("Độ mật: Mật", .declared), ("Độ mật: ……", .declared),
            ("MẬT - HOẢ TỐC", .secret), ("HỎA TỐC  TỐI MẬT", .topSecret), ("MËT", .secret),
            ("TUYÖT MËT", .ultraSecret),
            ("MAÄT", .secret), ("TOÁI MAÄT", .topSecret),
            ("| MẬT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |", .secret),
            ("UBND TỈNH X          MẬT          CỘNG HÒA XÃ HỘI", .secret), ("**TỐI MẬT**", .topSecret),
            ("MÂT", .secret),
        ])
    func found(line: String, mark: SecrecyMark) {
        #expect(
            SecrecyMark.find(in: "ỦY BAN NHÂN DÂN\n\(line)\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nNội dung.") == mark)
    }

    @Test(
        "the same words inside other words are ordinary",
        arguments: [
            "bảo vệ bí mật nhà nước", "Chấp hành nghiêm túc chế độ bảo mật thông tin, bảo vệ bí mật Nhà nước",
            "CHẾ ĐỘ BẢO MẬT", "BẢO MẬT", "BÍ MẬT", "Căn cứ Luật Bảo vệ bí mật nhà nước số 117/2025/QH15",
            "B Ả O  M Ậ T", "MẶT TRẬN", "Mặt", "MẤT",
            "HOẢ TỐC", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC HẸN GIỜ", "Độ mật: Không", "Độ mật: Thường", "mật",
            "Mật ong", "chế độ mật: không",
            "| 1 | Thực hiện chế độ bảo mật | Công an tỉnh |", "LƯU HÀNH NỘI BỘ",
        ])
    func ordinary(line: String) {
        #expect(
            SecrecyMark.find(in: "ỦY BAN NHÂN DÂN\n\(line)\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nNội dung.") == nil)
    }

    @Test("a heading that was broken before MẬT is ordinary")
    func brokenHeading() {
        #expect(SecrecyMark.find(in: "KẾ HOẠCH\nCông tác BẢO VỆ BÍ\nMẬT\nnhà nước") == nil)
    }

    @Test("a mark on a later page is found")
    func laterPage() {
        #expect(SecrecyMark.find(in: ["KẾ HOẠCH\nMột", "Hai", "TỐI MẬT\nPhụ lục"]) == .topSecret)
        #expect(SecrecyMark.find(in: "KẾ HOẠCH\n\u{0C}MẬT\nPhụ lục") == .secret)
    }

    @Test("limits of circulation are no secrecy but are kept")
    func circulation() {
        #expect(CirculationLimit.find(in: ["UBND TỈNH      LƯU HÀNH NỘI BỘ\nKẾ HOẠCH"]) == .internalOnly)
        #expect(CirculationLimit.find(in: ["XEM XONG TRẢ LẠI\nKẾ HOẠCH"]) == .returnAfterReading)
        #expect(CirculationLimit.find(in: ["Tài liệu lưu hành nội bộ của ngành được rà soát"]) == nil)
    }
}
