import Domain

/// The administrative units that the program brings along, read from its own lists.
enum AdministrativeUnits {
    /// The first day of the order of 2025 (Resolution 202/2025/QH15) and the last one of the order before.
    static let newOrder = CalendarDay(dayNumber: 20_270)
    static let lastOldDay = newOrder.adding(days: -1)

    /// A province or a commune during a time.
    struct Unit: Sendable, Hashable {
        var code: String
        /// As it stands within a sentence, such as "tỉnh Lào Cai", "xã Bờ Y".
        var place: String
        var level: Agency.Level
        /// Places that the same unit bore before this one, with their last days.
        var earlierPlaces: [(place: String, until: CalendarDay)] = []
        /// The code of the province of the new order that it belongs to (communes) or that it became (old provinces).
        var province: String?
        var from: CalendarDay?
        var to: CalendarDay?

        static func == (one: Self, other: Self) -> Bool {
            one.code == other.code && one.place == other.place && one.from == other.from
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(code)
            hasher.combine(place)
        }
    }

    /// Provinces of both orders, then communes; those that the reform left alone are one unit of all times.
    static let all: [Unit] = {
        let old = rows(formerProvinces).map { (code: $0[0], name: $0[1], became: $0[2]) }
        let became = Dictionary(grouping: old, by: \.became)
        let later = Dictionary(rows(cities).map { ($0[0], $0) }, uniquingKeysWith: { one, _ in one })
        var units: [Unit] = []
        for row in rows(provinces) {
            let place = lowered(type: row[1], row[2])
            let isUntouched = became[row[0]]?.count == 1
            var unit = Unit(
                code: row[0], place: place, level: .province, from: isUntouched ? nil : newOrder)
            if row[0] == "46", let last = CalendarDay(iso: "2024-12-31") {
                unit.earlierPlaces = [("tỉnh Thừa Thiên Huế", last)]
            }
            if let city = later[row[0]], let day = CalendarDay(iso: city[1]) {
                unit.earlierPlaces = [(place, day.adding(days: -1))]
                unit.place = lowered(type: "", city[2])
            }
            units.append(unit)
        }
        for one in old where (became[one.became]?.count ?? 0) > 1 {
            units.append(
                Unit(
                    code: one.code,
                    place: (formerCities.contains(one.code) ? "thành phố " : "tỉnh ") + one.name,
                    level: .province, province: one.became, to: lastOldDay))
        }
        units += rows(communes).map {
            Unit(
                code: $0[0], place: lowered(type: $0[1], $0[2]), level: .commune, province: $0[3],
                from: newOrder)
        }
        return units
    }()

    /// Cities under the central government before the reform, among those that it touched.
    private static let formerCities: Set<String> = ["31", "48", "79", "92"]

    private static func rows(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { $0.split(separator: ",").map { String($0) } }
    }

    /// The type in lower case before the name (Decree 30/2020, annex II); lists write some as part of the name.
    private static func lowered(type: String, _ name: String) -> String {
        for word in ["Thành phố", "Phường", "Xã", "Đặc khu"] where name.hasPrefix(word + " ") {
            // The one city whose type is part of its proper name.
            if name == "Thành phố Hồ Chí Minh" { return name }
            return word.lowercased() + name.dropFirst(word.count)
        }
        return "\(type) \(name)"
    }
}
