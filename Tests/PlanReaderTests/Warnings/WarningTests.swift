import PlanReader
import Testing

@Suite struct WarningTests {
    private func kinds(_ body: String, year: Int = 2026) throws -> Set<PlanWarning.Kind> {
        Set(try read("II. TỔ CHỨC THỰC HIỆN\n" + body, year: year).warnings.map(\.kind))
    }

    @Test(
        "What a person should look at is said",
        arguments: [
            ("1. Sở Thông tin và Truyền thông\n- Hướng dẫn chuyên môn.", PlanWarning.Kind.endedAgency),
            ("1. UBND các huyện\n- Treo cờ.", .endedAgency),
            ("1. Liên đoàn Lao động tỉnh Hà Giang\n- Vận động.", .endedAgency),
            ("1. Sở Nội vụ\n- Hoàn thành trước ngày 31/12/2025.", .timeBeforePlan),
            ("1. Sở Nội vụ\n- Hoàn thành trước ngày 31/02/2026.", .impossibleDay),
            ("1. Sở Nội vụ\n- Hoàn thành trước ngày 29/02/2026.", .impossibleDay),
            ("1. Sở Nội vụ\n- Hoàn thành trước ngày 32/5/2026.", .impossibleDay),
            ("1. Sở Nội vụ\n- Treo cờ từ ngày 25/5/2026 đến ngày 20/5/2026.", .reversedPeriod),
            ("1. Sở Nội vụ\n- Thực hiện Quyết định số 9/QĐ-UBND ngày 01/5/2026.", .citationAfterPlan),
            ("1. Sở Nội vụ\n- Thực hiện Quyết định số 1191/QĐ-CP ngày 05/8/2020.", .impossibleSymbol),
            ("1. Sở Nội vụ\n- Báo cáo kết quả về UBND tỉnh.", .reportWithoutTime),
        ])
    func warns(body: String, kind: PlanWarning.Kind) throws {
        #expect(try kinds(body).contains(kind))
    }

    @Test(
        "A period is early where its last day is, not where it began before the plan",
        arguments: [
            ("Treo cờ từ ngày 01/01/2026 đến ngày 20/01/2026.", false),
            ("Thực hiện từ tháng 6/2025 đến tháng 6/2026.", false),
            ("Trong tháng 01/2026, mở chuyên mục.", false),
            ("Treo cờ từ ngày 01/01/2026 đến ngày 04/01/2026.", true),
            ("Trong tháng 12/2025, mở chuyên mục.", true),
        ])
    func looksAtLastDays(text: String, isEarly: Bool) throws {
        #expect(try kinds("1. Sở Nội vụ\n- \(text)").contains(.timeBeforePlan) == isEarly)
    }

    @Test("A sound plan has no warnings") func isQuiet() throws {
        #expect(try kinds("1. Sở Nội vụ\n- Báo cáo kết quả về UBND tỉnh trước ngày 30/11/2026.").isEmpty)
    }

    @Test(
        "A report that returns lacks no time",
        arguments: [
            "Báo cáo kết quả về UBND tỉnh vào 15 giờ thứ Sáu hằng tuần.",
            "Hàng tuần (chiều thứ Sáu) báo cáo kết quả về UBND tỉnh.",
            "Định kỳ trước ngày 10 tháng cuối quý báo cáo kết quả về UBND tỉnh.",
        ])
    func hearsRhythm(text: String) throws {
        #expect(try kinds("1. Sở Nội vụ\n- " + text).isEmpty)
        #expect(try read("II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- " + text).reports.first?.timeWords != nil)
    }

    @Test("The plan's own date is looked at") func checksOwnDate() throws {
        let plan = try PlanReader().read(
            "UBND XÃ AN BÌNH\nAn Bình, ngày 31 tháng 6 năm 2026\nKẾ HOẠCH\nTruyền thông năm 2026\nI. NỘI DUNG\n1. Biển."
        )
        #expect(plan.warnings.contains { $0.kind == .impossibleDay && $0.data["time"] == "2026-06-31" })
    }

    @Test("By a date that doesn't exist no time is early, by its year it may be") func measuresByRealDates()
        throws
    {
        func kinds(_ day: String, _ cited: String) throws -> [PlanWarning.Kind] {
            try PlanReader().read(
                """
                UBND XÃ AN BÌNH
                An Bình, ngày 31 tháng 6 năm 2026
                KẾ HOẠCH
                Truyền thông năm 2026
                II. TỔ CHỨC THỰC HIỆN
                1. Sở Nội vụ
                - Thực hiện Quyết định số 9/QĐ-UBND ngày \(cited), hoàn thành trước ngày \(day).
                """
            ).warnings.map(\.kind).filter { $0 != .noSigner && $0 != .noRecipients }
        }
        #expect(try kinds("15/6/2026", "01/7/2026") == [.impossibleDay])
        #expect(try kinds("15/6/2025", "01/7/2027") == [.impossibleDay, .citationAfterPlan, .timeBeforePlan])
    }

    @Test("An agency of its time is shown with its successor") func namesSuccessor() throws {
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. Sở Thông tin và Truyền thông\n- Hướng dẫn chuyên môn.", year: 2023)
        let warning = try #require(plan.warnings.first { $0.kind == .agencySucceeded })
        #expect(warning.data["successor"]?.contains("Sở Khoa học và Công nghệ") == true)
        #expect(warning.data["ended"] == "2025-03-01")
        #expect(!plan.warnings.contains { $0.kind == .endedAgency })
    }

    @Test("The table of agencies is a parameter") func takesAgencies() throws {
        let table = AgencyTable(endings: [
            .init(name: "Sở Nội vụ", ended: PartialDate(year: 2020, month: 1, day: 1), successor: "Sở Mới")
        ])
        let plan = try PlanReader(agencies: table).read(
            "KẾ HOẠCH\nA năm 2026\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Làm tốt.")
        #expect(plan.warnings.contains { $0.kind == .endedAgency && $0.data["successor"] == "Sở Mới" })
    }

    @Test("A number that another plan bears is told") func checksNumber() throws {
        var plan = try read("I. A")
        plan.checkNumber { number, _, year in number == "12/KH-SVHTTDL" && year == 2026 }
        #expect(plan.warnings.contains { $0.kind == .numberTaken })
        var other = try read("I. A")
        other.checkNumber { _, _, _ in false }
        #expect(!other.warnings.contains { $0.kind == .numberTaken })
    }

    @Test("One agency is warned of once, however it is spelled") func warnsOnce() throws {
        let plan = try read(
            "II. TỔ CHỨC THỰC HIỆN\n1. UBND các huyện\n- Treo cờ.\n2. Ủy ban nhân dân huyện\n- Họp.\n3. UBND huyện Bát Xát\n- Họp."
        )
        #expect(plan.warnings.filter { $0.kind == .endedAgency }.count == 1)
        #expect(
            plan.warnings.first?.vietnamese.hasPrefix("Từ ngày 01/7/2025, UBND các huyện đã kết thúc") == true
        )
    }

    @Test("A list of recipients with nothing but the archive is there") func seesEmptyRecipients() throws {
        let plan = try PlanReader().read(
            "KẾ HOẠCH\nTruyền thông năm 2026\nI. NỘI DUNG\n1. Biển.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nLê Văn A"
        )
        #expect(plan.recipients.isEmpty)
        #expect(!plan.warnings.contains { $0.kind == .noRecipients })
    }

    @Test("What a bad scan lost is told") func tellsAbsence() throws {
        let plan = try PlanReader().read(
            "KẾ HOẠCH\nTruyền thông năm 2026\nI. NỘI DUNG\n1. Chủ quyền biển, đảo.")
        #expect(Set(plan.warnings.map(\.kind)) == [.noTask, .noSigner, .noRecipients])
    }
}
