/// A feast that plans name instead of a day.
package struct LunarFeast: Hashable, Sendable {
    package let month: Int
    package let day: Int
    /// Its names in small letters without marks, the longest before those that begin alike.
    let names: [[Substring]]

    /// The feasts that plans of communication work name.
    package static let all: [LunarFeast] = [
        LunarFeast(1, 1, "tet nguyen dan", "tet am lich", "tet co truyen", "tet co truyen dan toc"),
        LunarFeast(1, 15, "tet nguyen tieu", "ram thang gieng"),
        LunarFeast(3, 10, "gio to hung vuong", "ngay gio to"),
        LunarFeast(4, 15, "le phat dan", "dai le phat dan"),
        LunarFeast(5, 5, "tet doan ngo"),
        LunarFeast(7, 15, "le vu lan", "ram thang bay"),
        LunarFeast(8, 15, "tet trung thu"),
        LunarFeast(12, 23, "ngay ong cong ong tao", "ong cong ong tao"),
    ]

    private init(_ month: Int, _ day: Int, _ names: String...) {
        self.month = month
        self.day = day
        self.names = names.map { $0.split(separator: " ") }.sorted { $0.count > $1.count }
    }

    /// The feast of a lunar year that is named, else the first on or after a day.
    func day(named year: SpokenYear?, from start: CalendarDay) -> CalendarDay? {
        if let year = year?.lunarYear(near: start.year) { return day(in: year) }
        return (start.year - 1...start.year + 1).lazy.compactMap { day(in: $0) }.first { $0 >= start }
    }

    private func day(in lunarYear: Int) -> CalendarDay? {
        LunarDay(year: lunarYear, month: month, day: day).flatMap { CalendarDay($0) }
    }
}

/// A year as words name it: by its number, or by its stem and branch ("Bính Ngọ"), which come back every sixty years.
struct SpokenYear: Hashable, Sendable {
    private var number: Int?
    /// The place in the cycle of sixty; Giáp Tý is 0, as the year 4.
    private var place: Int?

    private static let stems: [Substring] = [
        "giap", "at", "binh", "dinh", "mau", "ky", "canh", "tan", "nham", "quy",
    ]
    private static let branches: [Substring] = [
        "ty", "suu", "dan", "mao", "thin", "ti", "ngo", "mui", "than", "dau", "tuat", "hoi",
    ]

    /// Of the words behind a feast, without marks; nil where they name none.
    init?(after words: ArraySlice<Substring>) {
        if let number = words.lazy.compactMap({ Int($0) }).first(where: LunarDay.years.contains) {
            self.number = number
            return
        }
        for (word, next) in zip(words, words.dropFirst()) {
            guard let stem = Self.stems.firstIndex(of: word) else { continue }
            // Tý and Tỵ are one without marks: of two branches so spelt only one goes with a stem.
            let spellings = next == "ty" ? [0, 5] : [Self.branches.firstIndex(of: next)].compactMap { $0 }
            guard let branch = spellings.first(where: { $0 % 2 == stem % 2 }) else { continue }
            place = (0..<60).first { $0 % 10 == stem && $0 % 12 == branch }
            return
        }
        return nil
    }

    /// The year of the cycle that lies nearest.
    func lunarYear(near year: Int) -> Int? {
        if let number { return number }
        return place.flatMap { place in (year - 30..<year + 30).first { (($0 - 4) % 60 + 60) % 60 == place } }
    }
}
