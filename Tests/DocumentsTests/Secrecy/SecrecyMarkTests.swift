import Testing

@testable import Documents

@Suite("Marks of secrecy")
struct SecrecyMarkTests {
    @Test(
        "a mark that stands by itself is found",
        arguments: [
            ("MẬT", SecrecyMark.secret), ("MẬT (đến 2030)", .secret), ("MẬT đến hết năm 2030", .secret),
            ("TỐI MẬT, thời hạn bảo vệ: đến ngày 05 tháng 01 năm 2036", .topSecret),
            ("M Ậ T", .secret), ("M Ậ T", .secret), ("MAT", .secret),
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
            "HOẢ TỐC", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC HẸN GIỜ", "Độ mật: Không", "Độ mật: Thường",
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

    /// The third line of a letterhead.
    private func mark(_ line: String) -> SecrecyMark? {
        SecrecyMark.find(in: "UBND TỈNH X\nSố: 12/KH-UBND\n\(line)\nKẾ HOẠCH\nNội dung của kế hoạch.")
    }

    /// A line in the midst of a long document.
    private func markInside(_ line: String) -> SecrecyMark? {
        let rows = (1...60).map { "Dòng thứ \($0) của kế hoạch này có nội dung." }.joined(separator: "\n")
        return SecrecyMark.find(in: "\(rows)\n\(line)\n\(rows)")
    }

    @Test(
        "a mark in its usual company is found",
        arguments: [
            "VĂN BẢN MẬT", "TÀI LIỆU MẬT", "CÔNG VĂN MẬT", "KẾ HOẠCH (MẬT)", "Kế hoạch (MẬT)", "BÁO CÁO MẬT",
            "THÔNG BÁO\nMẬT", "CƠ QUAN BÁO\nMẬT", "BÌ\nMẬT", "Dấu mật: MẬT", "Dấu MẬT", "ĐỘ MẬT MẬT",
            "Mức độ mật: Mật", "Độ mật - Tối mật", "Độ mật: ", "| Độ mật | Tối mật |",
            "Số: 05/KH-UBND MẬT", "Số:     /KH-UBND MẬT", "Số: 05/KH-UBND - MẬT", "05/KH-UBND MẬT",
            "MẬT Số: 05/KH-UBND", "MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "UBND TỈNH X MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỐI MẬT Độc lập - Tự do - Hạnh phúc",
            "MẬT" + String(repeating: " ", count: 700) + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "MẬT" + String(repeating: " ", count: 9000) + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "MẬT Bản số: 01", "Bản số 02 MẬT", "MẬT 01", "MẬT (1)", "01 MẬT", "MẬT - Trang 1",
            "Trang 3 TỐI MẬT",
            "Bảo vệ bí mật nhà nước: MẬT", "Tài liệu thu hồi, không phổ biến", "Tài liệu mật", "mật",
            "tuyệt mật",
            "1 MẬT",
        ])
    func company(line: String) { #expect(mark(line) != nil) }

    @Test(
        "a mark is found however it is spelled",
        arguments: [
            "TỐIMẬT", "TUYỆTMẬT", "TÀILIỆUTHUHỒI", "M\u{AD}ẬT", "M\u{200B}ẬT", "\u{FEFF}MẬT\u{200D}",
            "M\u{2060}Ậ\u{2060}T", "ＭẬＴ", "МẬТ", "ТỐІ МẬТ", "ΜẬΤ", "MA^.T", "TO^'I MA^.T", "TUYE^.T MA^.T",
            "MAAJT", "TOOIS MAATJ", "MA65T", "M.Ậ.T", "M-Ậ-T", "M_Ậ_T", "*M*Ậ*T*", "𝐌𝐀𝐓", "Ⓜ︎AT", "M\tẬ\tT",
            "T Ố I   M Ậ T", "TO\u{302}\u{301}I MA\u{323}\u{302}T", "ᴍẬᴛ", "MẬ T", "« MẬT »",
        ])
    func spelled(line: String) { #expect(mark(line) != nil) }

    @Test(
        "a mark inside a document is found",
        arguments: [
            "MẬT", "TỐI MẬT", "Tối mật", "| 1 | MẬT | Kế hoạch x |", "MẬT    Trang 3", "Trang 3   TỐI MẬT",
            "| Độ mật | TỐI MẬT |", "Độ mật: Mật", "VĂN BẢN MẬT",
            "Kế hoạch này thuộc danh mục bí mật nhà nước độ Tối mật.",
            "Văn bản này thuộc phạm vi bí mật nhà nước,\nđộ mật là Mật.",
            "Tài liệu này có độ mật: Tuyệt mật.",
        ])
    func inside(line: String) { #expect(markInside(line) != nil) }

    @Test(
        "ordinary words of a letterhead are no mark",
        arguments: [
            "KẾ HOẠCH BẢO MẬT", "CÔNG TÁC BẢO VỆ TÀI LIỆU MẬT CỦA TỈNH", "GIỮ BÍ MẬT", "TUYỆT ĐỐI BÍ MẬT",
            "ĐÃ GIẢI MẬT", "BẢO\nMẬT", "Công tác bảo\nmật thông tin", "bảo vệ bí\nmật", "MẶT", "Tôi mất",
            "Mặt",
            "Số: 05/KH-UBND về BẢO VỆ BÍ MẬT NHÀ NƯỚC", "MẬT ĐỘ DÂN SỐ", "MẬT MÃ", "Số: 05/BC-BCY MẬT MÃ",
            "Mật khẩu: 12345", "MẶT TRẬN TỔ QUỐC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Chế độ mật: ",
            "Căn cứ Nghị định số 26/2020/NĐ-CP quy định chi tiết một số điều của Luật Bảo vệ bí mật nhà nước",
            "Độ mật: không có", "Độ mật: Bình thường", "Số: 05/KH-UBND", "THÔNG BÁO",
            "Tài liệu thu hồi đất đai",
        ])
    func ordinaryLetterhead(line: String) { #expect(mark(line) == nil) }

    @Test(
        "ordinary words inside a document are no mark",
        arguments: [
            "BẢO MẬT", "bảo mật", "Bảo vệ bí mật nhà nước", "Tuyến mật\nMật", "Mật", "mật", "MẶT", "MẤT",
            "4. Mật",
            "2. Tối mật", "Mật ong", "Các văn bản độ mật, tối mật, tuyệt mật phải lưu riêng.", "Độ mật:",
            "Văn bản này không thuộc danh mục bí mật nhà nước độ Mật.",
            "Xác định độ mật của văn bản theo quy định.", "Tài liệu mật được bảo quản theo chế độ mật.",
            "| TT | Tên tài liệu | Độ mật | Ghi chú |", "Kế hoạch này thực hiện Luật Bảo vệ bí mật nhà nước.",
            "Người gửi văn bản mật phải đóng dấu chỉ các mức độ mật theo quy định.", "Maat", "mat",
            "Lập danh mục tài liệu mật, tối mật và tuyệt mật", "Túi\nmật", "chế độ\nmật",
        ])
    func ordinaryInside(line: String) { #expect(markInside(line) == nil) }

    @Test(
        "a mark that stands over several lines is found",
        arguments: [
            "M\nẬ\nT", "M\n\nẬ\n\nT", "T\nỐ\nI\nM\nẬ\nT", "T\nỐ\nI\n\nMẬ\nT", "TUYỆT\nM\nẬ\nT",
            "MẬ\nT", "M\nẬT", "TUYỆT M\nẬT", "TÀI LIỆU\nTHU HỒI", "TÀI\nLIỆU\nTHU\nHỒI", "M\nA\nT",
            "M\nậ\nt", "M-\nẬT", "M   CỘNG HÒA XÃ HỘI\nẬ   Độc lập - Tự do\nT   Hạnh phúc",
            "| UBND | M |\n| TỈNH | Ậ |\n| XÃ | T |", "Độ mật:\nMật", "Dấu mật:\nTỐI MẬT",
        ])
    func stacked(lines: String) { #expect(mark(lines) != nil) }

    @Test("a stacked mark inside a document is found", arguments: ["M\nẬ\nT", "MẬ\nT", "Độ mật:\nMật"])
    func stackedInside(lines: String) { #expect(markInside(lines) != nil) }

    @Test(
        "lines that only have such letters are no mark",
        arguments: [
            "BẢO\nM\nẬ\nT", "BÍ\nMẬ\nT", "M\nẶ\nT", "MẤ\nT", "M\nẬT ĐỘ", "M\nT",
            "Chế độ mật:\nKhông", "TÀI LIỆU\nTHU HỒI ĐẤT", "T\nM", "A\nB\nC",
            "bảo\nm\nật",
        ])
    func notStacked(lines: String) { #expect(mark(lines) == nil) }

    @Test(
        "letters in a column inside a document are no mark",
        arguments: [
            "M\nA\nT", "m\nậ\nt", "Tổng\nM\nA\nT\n12", "TÀI LIỆU\nTHU HỒI", "Độ mật:\nMật độ dân số cao",
        ])
    func notStackedInside(lines: String) { #expect(markInside(lines) == nil) }

    @Test(
        "a mark between literal tags is found",
        arguments: [
            "<b>MẬT</b>", "<p><strong>TỐI MẬT</strong></p>", "<B>M</B>Ậ<i>T</i>",
            "<td>MẬT</td><td>CỘNG HÒA</td>",
            "<p class=\"x\"\nstyle='y'>MẬT</p>", "MẬT&nbsp;", "M&#7852;T", "M&#x1EAC;T", "<MẬT>",
            "<font size=4>Mật</font>",
            "MẬT<br>",
        ])
    func tags(line: String) { #expect(mark(line) != nil) }

    @Test(
        "tags make no mark of ordinary words",
        arguments: [
            "<b>BẢO MẬT</b>", "<b>BẢO</b> <b>MẬT</b>", "BÍ <i>MẬT</i> NHÀ NƯỚC", "1 < 2 và 3 > 2", "a<b",
            "<b>MẶT</b> TRẬN",
            "<p>Công tác bảo <b>mật</b> thông tin</p>",
        ])
    func ordinaryTags(line: String) { #expect(mark(line) == nil) }

    @Test("recognition's marks over the letters are forgiven, a typist's aren't")
    func recognised() {
        let page = "UBND TỈNH X\nMẶT\nKẾ HOẠCH"
        #expect(SecrecyMark.find(in: [page]) == nil)
        #expect(SecrecyMark.find(in: [page], recognised: [0]) == .secret)
        #expect(SecrecyMark.find(in: ["UBND TỈNH X\nTỚI MẤT\nKẾ HOẠCH"], recognised: [0]) == .topSecret)
        #expect(SecrecyMark.find(in: ["MẶT TRẬN TỔ QUỐC\nKẾ HOẠCH"], recognised: [0]) == nil)
    }

    @Test(
        "a file's name that begins or ends with a mark is found",
        arguments: [
            "MẬT - Kế hoạch đối ngoại.txt", "KH-05-TOI MAT.txt", "KH 05 TỐI MẬT.docx", "Mật - KH.pdf",
            "MAT.docx",
            "Kế hoạch (mật).docx", "mật_ke hoach.txt", "TUYET-MAT KH.pdf", "toi mật.txt",
            "ke hoach TOIMAT.pdf",
            "THONG BAO MAT.docx", "MẬT", "MẬT.tar.docx", "/tmp/MẬT - a.txt", "Kế hoạch tối mật.docx",
        ])
    func fileName(name: String) { #expect(SecrecyMark.find(inFileName: name) != nil) }

    @Test(
        "an ordinary file's name is no mark",
        arguments: [
            "Kế hoạch bảo mật.docx", "KE HOACH BAO MAT.docx", "KE HOACH BAO VE BI MAT NHA NUOC.pdf",
            "Mat-tran.docx",
            "MAT TRAN TO QUOC.docx", "Mật ong.txt", "mat khau.txt", "Mật độ dân số.xlsx", "bí mật.txt",
            "a.docx", "",
            "KẾ HOẠCH 05.MAT.docx/x.txt", "Tôi mất.txt", "toi mat xe.txt", "Mặt bằng.pdf",
            "Kế hoạch MẬT MÃ 5.txt",
        ])
    func ordinaryFileName(name: String) { #expect(SecrecyMark.find(inFileName: name) == nil) }

    @Test("one endless line costs little")
    func endlessLine() {
        let line = String(repeating: "kế hoạch thông tin đối ngoại ", count: 20_000)
        #expect(SecrecyMark.find(in: line) == nil)
        #expect(SecrecyMark.find(in: String(repeating: "ậ", count: 100_000)) == nil)
        #expect(SecrecyMark.find(in: line + "\nMẬT") == .secret)
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
