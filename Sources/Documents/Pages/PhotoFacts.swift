package import Foundation

/// What a photo's file says of when and where it was taken (EXIF); whoever made the file may have written anything.
package struct PhotoFacts: Sendable, Hashable {
    package struct Place: Sendable, Hashable {
        /// Millionths of a degree, north and east positive.
        package let latitude: Int
        package let longitude: Int
        package let accuracyMetres: Int?
    }

    /// A time without a zone is taken for Vietnam's.
    package var takenAt: Date?
    package var place: Place?

    package init(takenAt: Date? = nil, place: Place? = nil) {
        self.takenAt = takenAt
        self.place = place
    }
}

extension PhotoFacts {
    /// What ImageMagick is asked for, in this order; a byte that no value may hold stands between them.
    static let format =
        ["DateTimeOriginal", "OffsetTimeOriginal"].map { "%[EXIF:\($0)]" }
        .joined(separator: separator) + separator
        + ["GPSLatitude", "GPSLatitudeRef", "GPSLongitude", "GPSLongitudeRef", "GPSHPositioningError"].map {
            "%[EXIF:\($0)]"
        }.joined(separator: separator)
    private static let separator = "\u{1F}"
    private static let longestAccuracyMetres = 100_000
    /// Cameras without a clock that was set say 1970 or 2000; pictures of the future are none.
    private static let years = 1990...2100
    private static let vietnamMinutes = 7 * 60

    /// - Parameter output: what came of ``format``; anything that isn't as it should be counts as not there.
    init(output: String) {
        let values = output.split(separator: Self.separator, omittingEmptySubsequences: false)
        guard values.count == 7 else { return }
        takenAt = Self.instant(values[0], offset: values[1])
        guard let latitude = Self.degrees(values[2], values[3], positive: "N", negative: "S", most: 90),
            let longitude = Self.degrees(values[4], values[5], positive: "E", negative: "W", most: 180),
            // Cameras that don't know write noughts, which lie in the sea.
            latitude != 0 || longitude != 0
        else { return }
        let metres = Self.rational(values[6]).flatMap { value -> Int? in
            let isUsable = value >= 0 && value <= Double(Self.longestAccuracyMetres)
            return isUsable ? Int(value.rounded(.up)) : nil
        }
        place = Place(latitude: latitude, longitude: longitude, accuracyMetres: metres)
    }

    /// "2026:11:20 08:15:30" with "+07:00", "Z" or nothing.
    private static func instant(_ text: Substring, offset: Substring) -> Date? {
        let parts = text.split { ": ".contains($0) }.compactMap { Int($0) }
        guard text.utf8.count == 19, parts.count == 6, years.contains(parts[0]) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let components = DateComponents(
            calendar: calendar, year: parts[0], month: parts[1], day: parts[2], hour: parts[3],
            minute: parts[4],
            second: parts[5])
        guard components.isValidDate, let local = components.date else { return nil }
        return local - TimeInterval((minutes(ofOffset: offset) ?? vietnamMinutes) * 60)
    }

    private static func minutes(ofOffset text: Substring) -> Int? {
        if text == "Z" { return 0 }
        let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
        guard text.utf8.count == 6, parts.count == 2, let sign = text.first, "+-".contains(sign),
            (0...14).contains(parts[0]), (0...59).contains(parts[1])
        else { return nil }
        return (parts[0] * 60 + parts[1]) * (sign == "-" ? -1 : 1)
    }

    /// "14/1, 21/1, 43/100" with its side, in millionths of a degree.
    private static func degrees(
        _ text: Substring, _ side: Substring, positive: String, negative: String, most: Double
    ) -> Int? {
        let parts = text.split(separator: ",").compactMap { rational($0) }
        guard parts.count == 3, side == positive || side == negative, parts.allSatisfy({ $0 >= 0 }),
            parts[1] < 60, parts[2] < 60
        else { return nil }
        let degrees = parts[0] + parts[1] / 60 + parts[2] / 3_600
        guard degrees <= most else { return nil }
        return Int((degrees * 1_000_000).rounded()) * (side == negative ? -1 : 1)
    }

    private static func rational(_ text: Substring) -> Double? {
        let parts = text.split(separator: "/").compactMap { Int($0.filter { $0 != " " }) }
        guard parts.count == 2, parts[1] > 0 else { return nil }
        return Double(parts[0]) / Double(parts[1])
    }
}
