/// What the printed words of a time say where they name no day: how often a duty returns ("hằng quý"), or a feast of
/// the lunar calendar ("trước Tết Nguyên đán").
///
/// Words that say neither ("trước mùa lũ") give nothing: a person sets a day.
package struct SpokenTime: Hashable, Sendable {
    /// How often; several where one report takes the place of another ("hằng quý, 6 tháng, năm").
    package private(set) var spans: Set<Span> = []
    /// "Trước ngày 15 tháng cuối quý": a day of the last month of each period.
    package private(set) var lastMonthDay: PartialDay?
    /// Whether the words before that day or that feast say "trước", by which the day itself is too late.
    package private(set) var isBefore = false
    package private(set) var feast: LunarFeast?
    /// The lunar year that the words name ("năm 2027", "Đinh Mùi").
    private var feastYear: SpokenYear?

    /// - Parameters:
    ///   - key: the words in small letters without marks, one blank between them.
    ///   - isBare: a span alone counts ("quý", "6 tháng"), as in the name of a report; elsewhere only what follows
    ///     "hằng", "mỗi", "định kỳ" does.
    package init(key: String, isBare: Bool = false) {
        let words = key.split(separator: " ")
        readSpans(words, isBare: isBare)
        readLastMonthDay(words)
        readFeast(words)
    }

    /// The same words about a report that is said to cover certain spans; with none, as they stand.
    package func covering(_ spans: Set<Span>) -> SpokenTime {
        var result = self
        if !spans.isEmpty { result.spans = spans }
        return result
    }

    /// The shortest of the rhythms that are named.
    package var rhythm: Rhythm? { spans.min()?.rhythm }

    /// The time by a day, counted from the plan's day; nil where the words name none.
    package func time(from start: CalendarDay) -> PlanTime? {
        if let lastMonthDay { return .by(lastMonthDay, before: isBefore) }
        // A feast of each year is no day of this calendar's years: only that of one year is.
        guard spans.isEmpty, let day = feast?.day(named: feastYear, from: start) else { return nil }
        return .by(PartialDay(day), before: isBefore)
    }
}

extension SpokenTime {
    /// How much of a year a period covers.
    package enum Span: String, Codable, Sendable, CaseIterable, Comparable {
        case week, month, quarter, halfYear, nineMonths, year

        /// Nil for the week.
        package var months: Int? {
            switch self {
            case .week: nil
            case .month: 1
            case .quarter: 3
            case .halfYear: 6
            case .nineMonths: 9
            case .year: 12
            }
        }

        /// Nine months come once a year.
        package var rhythm: Rhythm {
            switch self {
            case .week: .week
            case .month: .month
            case .quarter: .quarter
            case .halfYear: .halfYear
            case .nineMonths, .year: .year
            }
        }

        package static func < (one: Self, other: Self) -> Bool { (one.months ?? 0) < (other.months ?? 0) }
    }

    /// The words of each span, the longest before those that begin alike.
    private static let spanWords: [([Substring], Span)] = [
        (["thang", "cuoi", "quy"], .quarter), (["nua", "nam"], .halfYear), (["6", "thang"], .halfYear),
        (["06", "thang"], .halfYear), (["sau", "thang"], .halfYear), (["9", "thang"], .nineMonths),
        (["09", "thang"], .nineMonths), (["chin", "thang"], .nineMonths), (["3", "thang"], .quarter),
        (["03", "thang"], .quarter), (["ba", "thang"], .quarter), (["12", "thang"], .year),
        (["1", "nam"], .year), (["tuan"], .week), (["thang"], .month), (["quy"], .quarter), (["nam"], .year),
    ]
    private static let things: [[Substring]] = [
        ["ke", "hoach"], ["chuong", "trinh"], ["du", "toan"], ["ngan", "sach"], ["chi", "tieu"],
    ]
    private static let leads: Set<Substring> = ["hang", "moi", "tung"]
    private static let once: Set<Substring> = ["mot", "1", "01"]
    /// Between the spans of one list: "hằng quý, 6 tháng và hằng năm", "định kỳ một lần mỗi tháng".
    private static let links: Set<Substring> = [
        "va", "hoac", "hang", "moi", "tung", "mot", "1", "01", "lan", "theo", "bao", "cao",
    ]

    private mutating func readSpans(_ words: [Substring], isBare: Bool) {
        if isBare { readList(words[...]) }
        for index in words.indices {
            let isLead =
                Self.leads.contains(words[index])
                || words[index] == "ky" && index > 0 && words[index - 1] == "dinh"
            // A "kế hoạch hằng năm" is a thing: its name says nothing of the duty.
            let isOfThing = Self.things.contains { words[..<index].suffix($0.count) == $0[...] }
            if isLead, !isOfThing { readList(words[(index + 1)...]) }
            if words[index] == "lan" { readTimes(words, at: index) }
        }
    }

    /// "1 lần/tháng", "2 lần một năm", "6 tháng một lần"; other counts are no rhythm.
    private mutating func readTimes(_ words: [Substring], at index: Int) {
        let count = index > 0 ? words[index - 1] : ""
        let isOnce = Self.once.contains(count)
        let rest = words[(index + 1)...].drop { Self.once.contains($0) || $0 == "moi" }
        if let (_, span) = Self.span(rest) {
            let shorter: [Substring: Span] = ["2": .halfYear, "02": .halfYear, "4": .quarter, "04": .quarter]
            if isOnce {
                spans.insert(span)
            } else if span == .year, let part = shorter[count] {
                spans.insert(part)
            }
        } else if isOnce {
            for start in words.indices.prefix(index - 1) {
                if let (length, span) = Self.span(words[start...]), start + length == index - 1 {
                    spans.insert(span)
                    return
                }
            }
        }
    }

    /// Reads spans and what links them, up to the first other word.
    private mutating func readList(_ words: ArraySlice<Substring>) {
        var rest = words
        while !rest.isEmpty {
            if let (length, span) = Self.span(rest) {
                spans.insert(span)
                rest = rest.dropFirst(length)
            } else if let first = rest.first, Self.links.contains(first) {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
    }

    /// "Năm 2026" and "tháng 6" name one, "tháng đầu quý" a part of another.
    private static func span(_ words: ArraySlice<Substring>) -> (length: Int, span: Span)? {
        for (wanted, span) in spanWords where words.starts(with: wanted) {
            let (next, second) = (
                words.dropFirst(wanted.count).first, words.dropFirst(wanted.count + 1).first
            )
            // "Tháng, 6 tháng", "tháng 1 lần": there the number belongs to what follows.
            let isNumbered =
                next?.allSatisfy(\.isNumber) == true && !["thang", "lan", "nam"].contains(second)
            let isPart = wanted.count == 1 && (next == "dau" || next == "cuoi")
            return isNumbered || isPart ? nil : (wanted.count, span)
        }
        return nil
    }

    private mutating func readLastMonthDay(_ words: [Substring]) {
        guard let place = words.indices.first(where: { words[$0...].starts(with: ["thang", "cuoi"]) }) else {
            return
        }
        let before = words[max(0, place - 4)..<place]
        guard let number = before.last(where: { $0.allSatisfy(\.isNumber) }), let day = Int(number) else {
            return
        }
        lastMonthDay = PartialDay(day: day)
        isBefore = before.contains("truoc")
        if spans.isEmpty, words[place...].dropFirst(2).first == "quy" { spans = [.quarter] }
    }

    private mutating func readFeast(_ words: [Substring]) {
        for index in words.indices {
            let rest = words[index...]
            guard
                let (feast, name) = LunarFeast.all.lazy.compactMap({ feast in
                    feast.names.first { rest.starts(with: $0) }.map { (feast, $0) }
                }).first
            else { continue }
            // "Trước dịp Tết", "chậm nhất Rằm tháng Giêng"; "trước, trong và sau", "dịp" alone set no last day.
            let before = words[max(0, index - 4)..<index]
            if before.contains("trong") || before.contains("sau") { return }
            if before.contains("truoc") {
                isBefore = true
            } else if !before.contains("nhat"), before.last != "den", before.suffix(2) != ["den", "ngay"] {
                return
            }
            self.feast = feast
            feastYear = SpokenYear(after: rest.dropFirst(name.count).prefix(6))
            return
        }
    }
}
