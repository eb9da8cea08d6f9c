import Domain
import Foundation

/// Dates, times and sizes as the screens write them; the day comes first, in Vietnam's time, in both languages.
enum Spelling {
    /// `05/01/2026`, `30/6/2025`: days under 10 and the months 1 and 2 bear a nought (Decree 30/2020).
    static func day(_ day: CalendarDay) -> String {
        "\(padded(day.day))/\(day.month < 3 ? padded(day.month) : String(day.month))/\(day.year)"
    }

    /// As far as the document gives it: `30/6/2025`, `6/2025`, `2025`, `10/12 hằng năm`, `ngày 20 hằng tháng`.
    static func day(_ day: PartialDay, _ language: Language) -> String {
        let month = day.month.map { $0 < 3 ? padded($0) : String($0) }
        switch (day.year, month, day.day) {
        case (let year?, let month?, let day?): return "\(padded(day))/\(month)/\(year)"
        case (let year?, let month?, nil): return "\(month)/\(year)"
        case (let year?, nil, _): return String(year)
        case (nil, let month?, let day?):
            return Phrase("\(padded(day))/\(month) hằng năm", "\(padded(day))/\(month) each year")[language]
        case (nil, _, let day?):
            return Phrase("ngày \(padded(day)) hằng tháng", "day \(padded(day)) of each month")[language]
        case (nil, _, nil): return ""
        }
    }

    /// As in `21/11/2026 08:15`, Vietnam's time.
    static func instant(_ instant: Date) -> String {
        let minutes = (Int(instant.timeIntervalSince1970.rounded(.down)) + CalendarDay.secondsAheadOfUTC) / 60
        let ofDay = ((minutes % 1440) + 1440) % 1440
        return "\(day(CalendarDay(inVietnamAt: instant))) \(padded(ofDay / 60)):\(padded(ofDay % 60))"
    }

    static func time(_ time: PlanTime, _ language: Language) -> String {
        switch time {
        case .by(let day, before: true):
            Phrase("trước \(Self.day(day, .vi))", "before \(Self.day(day, .en))")[language]
        case .by(let day, before: false):
            Phrase("chậm nhất \(Self.day(day, .vi))", "by \(Self.day(day, .en))")[language]
        case .between(let start, let end): "\(day(start, language)) – \(day(end, language))"
        case .continuous: Phrase("thường xuyên", "continuous")[language]
        case .yearly: Phrase("hằng năm", "yearly")[language]
        }
    }

    /// Bytes in the unit that people use, with a comma as Vietnamese writes it.
    static func size(_ bytes: Int) -> String {
        if bytes < 1 << 10 { return "\(bytes) B" }
        if bytes < 1 << 20 { return "\((bytes + 512) >> 10) KB" }
        let tenths = (bytes * 10 + (1 << 19)) >> 20
        return "\(tenths / 10),\(tenths % 10) MB"
    }

    /// Degrees with five decimals, about a metre: `14,35012° Bắc; 108,00123° Đông`.
    static func coordinates(_ place: PhotoRecord.Place, _ language: Language) -> String {
        let north = place.latitude < 0 ? Phrase("Nam", "S") : Phrase("Bắc", "N")
        let east = place.longitude < 0 ? Phrase("Tây", "W") : Phrase("Đông", "E")
        func degrees(_ millionths: Int) -> String {
            let rounded = (abs(millionths) + 5) / 10
            let decimals = String(rounded % 100_000)
            return "\(rounded / 100_000),\(String(repeating: "0", count: 5 - decimals.count))\(decimals)°"
        }
        return "\(degrees(place.latitude)) \(north[language]); \(degrees(place.longitude)) \(east[language])"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension Plan.State {
    var name: Phrase {
        switch self {
        case .read: Phrase("Mới đọc", "Read")
        case .underCorrection: Phrase("Đang rà soát", "Being corrected")
        case .issued: Phrase("Đã giao nhiệm vụ", "Issued")
        case .withdrawn: Phrase("Đã thu hồi", "Withdrawn")
        case .replaced: Phrase("Đã được thay thế", "Replaced")
        }
    }

    /// Classes of its sign: an empty, half, full or crossed mark, so that colour is never the only difference.
    var sign: String {
        switch self {
        case .read: ""
        case .underCorrection: "half warn"
        case .issued: "full good"
        case .withdrawn, .replaced: "square bad"
        }
    }

    var isDraft: Bool { self == .read || self == .underCorrection }
}

extension TimeState {
    var name: Phrase {
        switch self {
        case .overdue: Phrase("Quá hạn", "Overdue")
        case .dueSoon: Phrase("Sắp đến hạn", "Due soon")
        case .later: Phrase("Chưa đến hạn", "Later")
        case .continuous: Phrase("Thường xuyên", "Continuous")
        case .none: Phrase("Chưa có thời hạn", "No time")
        }
    }

    var sign: String {
        switch self {
        case .overdue: "square bad"
        case .dueSoon: "half warn"
        case .later: "full"
        case .continuous: "full good"
        case .none: ""
        }
    }
}

extension Role {
    var name: Phrase { Phrase(vietnameseName, englishName) }
}
