import Testing

@testable import Vietnamese

@Suite("Text in older encodings becomes Unicode")
struct LegacyTests {
    // Made from the first by tables that aren't Loa's (libiconv's TCVN 5712 among them).
    private static let unicode = """
        Cộng hòa xã hội chủ nghĩa Việt Nam
        Độc lập - Tự do - Hạnh phúc
        Số: 12/KH-UBND
        KẾ HOẠCH
        Thông tin đối ngoại năm 2026
        Sở Thông tin và Truyền thông chủ trì, phối hợp với Công an tỉnh và các cơ quan liên quan tổ chức thực hiện; hoàn thành trước ngày 30 tháng 6.
        """
    private static let tcvn3 = """
        Céng hßa x· héi chñ nghÜa ViÖt Nam
        §éc lËp - Tù do - H¹nh phóc
        Sè: 12/KH-UBND
        KÕ HO¹CH
        Th«ng tin ®èi ngo¹i n¨m 2026
        Së Th«ng tin vµ TruyÒn th«ng chñ tr×, phèi hîp víi C«ng an tØnh vµ c¸c c¬ quan liªn quan tæ chøc thùc hiÖn; hoµn thµnh tr\u{AD}íc ngµy 30 th¸ng 6.
        """
    private static let vni = """
        Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam
        Ñoäc laäp - Töï do - Haïnh phuùc
        Soá: 12/KH-UBND
        KEÁ HOAÏCH
        Thoâng tin ñoái ngoaïi naêm 2026
        Sôû Thoâng tin vaø Truyeàn thoâng chuû trì, phoái hôïp vôùi Coâng an tænh vaø caùc cô quan lieân quan toå chöùc thöïc hieän; hoaøn thaønh tröôùc ngaøy 30 thaùng 6.
        """
    private static let cp1258 = """
        Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam
        Ðôòc lâòp - Týò do - Haònh phúc
        Sôì: 12/KH-UBND
        KÊì HOAòCH
        Thông tin ðôìi ngoaòi nãm 2026
        SõÒ Thông tin và TruyêÌn thông chuÒ triÌ, phôìi hõòp võìi Công an tiÒnh và các cõ quan liên quan tôÒ chýìc thýòc hiêòn; hoàn thành trýõìc ngày 30 tháng 6.
        """
    private static let samples: [(LegacyEncoding, String)] = [
        (.tcvn3, tcvn3), (.vni, vni), (.cp1258, cp1258),
    ]

    @Test("each is recognised and converted whole, as text and as bytes", arguments: samples)
    func wholeText(encoding: LegacyEncoding, text: String) {
        #expect(Vietnamese.legacyEncoding(of: text) == encoding)
        #expect(Vietnamese.legacyEncoding(of: text.unicodeScalars.map { UInt8($0.value) }) == encoding)
        let conversion = Vietnamese.legacyConversion(of: [text])
        #expect(conversion.pages == [Self.unicode])
        #expect(conversion.encodings == [encoding])
        #expect(!conversion.isMixed)
        #expect(Vietnamese.converted(text, from: encoding) == Self.unicode)
    }

    @Test(
        "every letter is in the tables",
        arguments: [
            (
                LegacyEncoding.tcvn3,
                "a ¸ µ ¶ ·b ¹ ©b Ê Ç È É Ë ¨ ¾ » ¼ ½ Æ e Ð Ì Î Ï Ñ ª Õ Ò Ó Ô Ö o ã ß á â ä « è å æ ç é ¬ í ê ë ì î u ó ï ñ ò ô \u{AD} ø õ ö ÷b ù i Ý ×b Ø Ü Þ y ý ú û ü þ ® ¡ ¢ £ ¤ ¥ ¦ §",
                "a á à ả ãb ạ âb ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ e é è ẻ ẽ ẹ ê ế ề ể ễ ệ o ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ u ú ù ủ ũ ụ ư ứ ừ ử ữb ự i í ìb ỉ ĩ ị y ý ỳ ỷ ỹ ỵ đ Ă Â Ê Ô Ơ Ư Đ"
            ),
            (
                .vni,
                "a aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë e eù eø eû eõ eï eâ eá eà eå eã eä o où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï u uù uø uû uõ uï ö öù öø öû öõ öï i í ì æ ó ò y yù yø yû yõ î ñ",
                "a á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ e é è ẻ ẽ ẹ ê ế ề ể ễ ệ o ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ u ú ù ủ ũ ụ ư ứ ừ ử ữ ự i í ì ỉ ĩ ị y ý ỳ ỷ ỹ ỵ đ"
            ),
            (
                .vni,
                "A AÙ AØ AÛ AÕ AÏ AÂ AÁ AÀ AÅ AÃ AÄ AÊ AÉ AÈ AÚ AÜ AË E EÙ EØ EÛ EÕ EÏ EÂ EÁ EÀ EÅ EÃ EÄ O OÙ OØ OÛ OÕ OÏ OÂ OÁ OÀ OÅ OÃ OÄ Ô ÔÙ ÔØ ÔÛ ÔÕ ÔÏ U UÙ UØ UÛ UÕ UÏ Ö ÖÙ ÖØ ÖÛ ÖÕ ÖÏ I Í Ì Æ Ó Ò Y YÙ YØ YÛ YÕ Î Ñ",
                "A Á À Ả Ã Ạ Â Ấ Ầ Ẩ Ẫ Ậ Ă Ắ Ằ Ẳ Ẵ Ặ E É È Ẻ Ẽ Ẹ Ê Ế Ề Ể Ễ Ệ O Ó Ò Ỏ Õ Ọ Ô Ố Ồ Ổ Ỗ Ộ Ơ Ớ Ờ Ở Ỡ Ợ U Ú Ù Ủ Ũ Ụ Ư Ứ Ừ Ử Ữ Ự I Í Ì Ỉ Ĩ Ị Y Ý Ỳ Ỷ Ỹ Ỵ Đ"
            ),
            (
                .cp1258,
                "a á à aÒ aÞ aò â âì âÌ âÒ âÞ âò ã ãì ãÌ ãÒ ãÞ ãò e é è eÒ eÞ eò ê êì êÌ êÒ êÞ êò o ó oÌ oÒ oÞ oò ô ôì ôÌ ôÒ ôÞ ôò õ õì õÌ õÒ õÞ õò u ú ù uÒ uÞ uò ý ýì ýÌ ýÒ ýÞ ýò i í iÌ iÒ iÞ iò y yì yÌ yÒ yÞ yò ð",
                "a á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ e é è ẻ ẽ ẹ ê ế ề ể ễ ệ o ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ u ú ù ủ ũ ụ ư ứ ừ ử ữ ự i í ì ỉ ĩ ị y ý ỳ ỷ ỹ ỵ đ"
            ),
            (
                .cp1258,
                "A Á À AÒ AÞ Aò Â Âì ÂÌ ÂÒ ÂÞ Âò Ã Ãì ÃÌ ÃÒ ÃÞ Ãò E É È EÒ EÞ Eò Ê Êì ÊÌ ÊÒ ÊÞ Êò O Ó OÌ OÒ OÞ Oò Ô Ôì ÔÌ ÔÒ ÔÞ Ôò Õ Õì ÕÌ ÕÒ ÕÞ Õò U Ú Ù UÒ UÞ Uò Ý Ýì ÝÌ ÝÒ ÝÞ Ýò I Í IÌ IÒ IÞ Iò Y Yì YÌ YÒ YÞ Yò Ð",
                "A Á À Ả Ã Ạ Â Ấ Ầ Ẩ Ẫ Ậ Ă Ắ Ằ Ẳ Ẵ Ặ E É È Ẻ Ẽ Ẹ Ê Ế Ề Ể Ễ Ệ O Ó Ò Ỏ Õ Ọ Ô Ố Ồ Ổ Ỗ Ộ Ơ Ớ Ờ Ở Ỡ Ợ U Ú Ù Ủ Ũ Ụ Ư Ứ Ừ Ử Ữ Ự I Í Ì Ỉ Ĩ Ị Y Ý Ỳ Ỷ Ỹ Ỵ Đ"
            ),
        ])
    func letters(encoding: LegacyEncoding, text: String, unicode: String) {
        #expect(
            Vietnamese.converted(text, from: encoding).unicodeScalars.elementsEqual(unicode.unicodeScalars))
    }

    @Test("in a font of capitals all letters of TCVN3 are capitals")
    func capitalFont() {
        #expect(
            Vietnamese.converted("céng hßa x· héi", from: .tcvn3, isCapitalFont: true) == "CỘNG HÒA XÃ HỘI")
        let marks = LegacyCapitals(start: "\u{E0FB}", end: "\u{E0FC}")
        let marked = "\u{E0FB}céng hßa x· héi\nviÖt nam\u{E0FC}\n\u{E0FB}nam\u{E0FC}\nnam"
        #expect(
            Vietnamese.legacyConversion(of: [marked], capitals: marks).pages == [
                "CỘNG HÒA XÃ HỘI\nVIỆT NAM\nNAM\nnam"
            ])
        #expect(
            Vietnamese.legacyConversion(of: ["\u{E0FB}Kế hoạch\u{E0FC}"], capitals: marks).pages == [
                "Kế hoạch"
            ])
    }

    @Test(
        "capitals without a code of their own follow the capitals around them",
        arguments: [
            ("KÕ HO¹CH", "KẾ HOẠCH"), ("KÕ ho¹ch", "Kế hoạch"), ("Së VHTT&DL", "Sở VHTT&DL"),
            ("Së GD§T", "Sở GDĐT"),
            ("Sè: 12/KH-UBND", "Số: 12/KH-UBND"),
            ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ])
    func capitals(text: String, unicode: String) {
        #expect(Vietnamese.converted(text, from: .tcvn3) == unicode)
    }

    @Test("a hyphen that stands for the soft hyphen of ư is one")
    func lostHorn() {
        #expect(
            Vietnamese.converted("®-îc n-íc ng-êi Tù do - H¹nh phóc", from: .tcvn3)
                == "được nước người Tự do - Hạnh phúc")
    }

    @Test("only the lines in an older encoding are converted, and the result says which", arguments: samples)
    func mixed(encoding: LegacyEncoding, text: String) {
        let before = "Hoà bình, toán, khoá là của người Việt.\n"
        let conversion = Vietnamese.legacyConversion(of: [before + text + "\nHết phần này của kế hoạch."])
        #expect(conversion.pages == [before + Self.unicode + "\nHết phần này của kế hoạch."])
        #expect(conversion.isMixed)
        #expect(conversion.parts.first?.range.lowerBound == before.utf8.count)
        #expect(conversion.parts.allSatisfy { $0.encoding == encoding && $0.page == 0 })
    }

    @Test(
        "other text is never taken for an older encoding",
        arguments: [
            "", "plain", unicode, unicode.uppercased(),
            "Hoà, hoá, toán, thoát, xoá, loài, khoá, quê, xuân, là, và, có.",
            "Où êtes-vous allé, été comme hiver ? « Déjà vu », août, maïs, naïve, Noël, cœur, garçon, à la fête.",
            "Größe, für, schön, über, Mädchen, Straße, können, Öl, Tür, § 5 Abs. 2, süß, hören.",
            "När så få män då på än för år. Så bön, då hön, få nån.",
            "Seán, meán, leán agus tá sé ag dul ón áit go dtí an lá. Más é, cén fáth?",
            "El niño español comió piñas mañana; ¿dónde está el país?",
            "Não, coração, pão, São João, é à, aí, país.",
            "cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam Ä‘á»™c láº­p",
            "Ïðèâåò, êàê äåëà? Ñïàñèáî, õîðîøî.",
            "com\u{AD}mu\u{AD}ni\u{AD}ca\u{AD}tion", "25 °C, 3 × 4, 1½ m², ©2024 Loa® «plan» · § 7",
        ])
    func otherText(text: String) {
        #expect(Vietnamese.legacyEncoding(of: text) == nil)
        #expect(Vietnamese.legacyConversion(of: [text]).pages == [text])
    }

    @Test("text that fits nothing known is told apart from Vietnamese")
    func unknown() {
        let viscii = String(
            repeating: "Cµng hòa xã hµi chü nghîa Vi®t Nam Ðµc l§p Tñ do HÕnh phúc ", count: 9)
        #expect(
            Vietnamese.isMostlyUnknown(["Ïðèâåò êàê äåëà ñïàñèáî õîðîøî ïëàí ðàáîòû ãîäà íàøåãî ãîðîäà âñå"]))
        #expect(Vietnamese.legacyEncoding(of: viscii) == nil)
        #expect(!Vietnamese.isMostlyUnknown([Self.unicode, "plain"]))
    }

    @Test("any characters are survived, and two hundred thousand of a kind come to an end")
    func hostile() {
        let every = String(String.UnicodeScalarView((0...0x3000).compactMap(Unicode.Scalar.init)))
        for encoding in LegacyEncoding.allCases { _ = Vietnamese.converted(every, from: encoding) }
        #expect(Vietnamese.legacyEncoding(of: every) == nil)
        for piece in ["a", "é", "ë ", "\u{AD}", "ho¹ch ", "aù", "\u{E0FB}", "| "] {
            let long = String(repeating: piece, count: 200_000 / piece.unicodeScalars.count)
            let marks = LegacyCapitals(start: "\u{E0FB}", end: "\u{E0FC}")
            // Were it quadratic, this would never end.
            #expect(Vietnamese.legacyConversion(of: [long, Self.tcvn3], capitals: marks).pages.count == 2)
        }
    }
}
