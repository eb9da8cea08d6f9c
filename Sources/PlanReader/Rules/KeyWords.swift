/// Numbers of single words that the grammar asks for by name.
final class KeyWords: Sendable {
    let day, month, quarter, year, from, to, and, number, law: UInt16
    let first, last, all, inside, with, together, about, tell, entrust, clause: UInt16
    let halfYear: UInt16
    let romans: [UInt16]
    /// "một" to "mười", as months are named.
    let months: [UInt16]
    let invite, through, period, stage, this, schoolYear, endOf, week, evening, summon: UInt16
    let purpose, lunar, calendar, several, have: UInt16
    /// Names of one word that are no kinds.
    let brands: WordSet
    /// "mùng 5", "mồng 5": the first ten days of a month.
    let earlyDays: WordSet
    /// Between "phối hợp" and "với".
    let adverbs: WordSet
    /// May begin a time without a cue of its own.
    let timeStarters: WordSet
    /// Between a bound and its day.
    let timeFillers: WordSet
    /// Between "trong" and a month.
    let occasions: WordSet
    /// Begin the words of a time that is no day.
    let spokenStarters: WordSet
    /// Feasts and the like behind "trước".
    let timeOccasions: WordSet
    /// Between "báo cáo" and whom it goes to.
    let reportFillers: WordSet
    /// Before a party that something is done to.
    let objectMarks: WordSet
    /// Before "báo cáo" they make it a paper, no duty.
    let paperMarks: WordSet
    /// Lead to whom a report goes.
    let links: WordSet
    /// Of kinds of agencies that name nobody until a list follows.
    let generalKinds: WordSet
    /// Matters that go by capitals as agencies do.
    let matters: WordSet
    let forms, officers, aims: WordSet
    /// Before a person's name.
    let persons: WordSet
    /// Begin the name of an office of several fields.
    let offices: WordSet
    /// Words of things that are themselves yearly: "dự toán", "ngân sách", "kế hoạch".
    let yearlyThings: WordSet

    init(_ vocabulary: inout Vocabulary) {
        func word(_ text: String) -> UInt16 { vocabulary.number(text) }
        day = word("ngày")
        month = word("tháng")
        quarter = word("quý")
        year = word("năm")
        from = word("từ")
        to = word("đến")
        and = word("và")
        number = word("số")
        law = word("luật")
        first = word("đầu")
        last = word("cuối")
        all = word("cả")
        inside = word("trong")
        with = word("với")
        together = word("cùng")
        about = word("về")
        tell = word("gửi")
        entrust = word("giao")
        clause = word("điều")
        halfYear = word("nửa")
        romans = [word("i"), word("ii"), word("iii"), word("iv")]
        months = ["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"].map(word)
        invite = word("mời")
        through = word("qua")
        period = word("kỳ")
        stage = word("đoạn")
        this = word("này")
        schoolYear = word("học")
        endOf = word("hết")
        week = word("tuần")
        evening = word("chiều")
        summon = word("cho")
        purpose = word("để")
        lunar = word("âm")
        calendar = word("lịch")
        several = word("các")
        have = word("có")
        brands = WordSet(&vocabulary, PartyWords.brands)
        earlyDays = WordSet(&vocabulary, ["mùng", "mồng"])
        adverbs = WordSet(&vocabulary, DutyWords.coordinationAdverbs)
        timeStarters = WordSet(&vocabulary, TimeWords.starters)
        timeFillers = WordSet(&vocabulary, TimeWords.fillers)
        occasions = WordSet(&vocabulary, TimeWords.occasions)
        spokenStarters = WordSet(&vocabulary, TimeWords.spokenStarters)
        timeOccasions = WordSet(&vocabulary, TimeWords.feasts)
        reportFillers = WordSet(
            &vocabulary,
            ["kịp", "thời", "ngay", "với", "cho", "lên", "về", "định", "kỳ", "nhanh", "gửi", "đến", "xin"])
        objectMarks = WordSet(
            &vocabulary, ["của", "với", "về", "cho", "tại", "trong", "gửi", "qua", "bởi", "từ"])
        paperMarks = WordSet(
            &vocabulary, ["mẫu", "buổi", "nghe", "biểu", "các", "trong", "tại", "theo", "của", "thảo"])
        links = WordSet(&vocabulary, ["về", "cho", "đến", "với", "lên", "tới"])
        matters = WordSet(&vocabulary, PartyWords.matters)
        generalKinds = WordSet(&vocabulary, PartyWords.generalKinds)
        forms = WordSet(&vocabulary, ["mẫu", "biểu"])
        officers = WordSet(&vocabulary, ["viên"])
        persons = WordSet(
            &vocabulary, ["đồng", "đ", "ông", "bà", "thầy", "cô", "chị", "anh", "bác", "đc"])
        offices = WordSet(&vocabulary, ["phòng", "vụ", "cục", "sở", "bộ", "ban", "trung", "doanh"])
        yearlyThings = WordSet(
            &vocabulary, ["toán", "sách", "phí", "hoạch", "vốn", "nguồn", "trình", "chi", "tiêu", "báo"])
        aims = WordSet(&vocabulary, ["để", "nhằm"])
    }
}
