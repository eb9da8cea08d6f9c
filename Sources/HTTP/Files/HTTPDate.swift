/// Dates of RFC 9110 §5.6.7 in the one form that may be written (`Sun, 06 Nov 1994 08:49:37 GMT`).
package enum HTTPDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The text for seconds since 1970.
    package static func format(_ seconds: Int) -> String {
        let day = seconds / 86_400
        let time = seconds % 86_400
        let (year, month, date) = civil(day)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[day % 7]), \(two(date)) \(months[month - 1]) \(year) "
            + "\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60)) GMT"
    }

    /// Seconds since 1970; nil for anything but this form and a day that exists.
    package static func parse(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 29 else { return nil }
        let number = { (range: Range<Int>) in Int(String(decoding: bytes[range], as: UTF8.self)) ?? -1 }
        guard let month = months.firstIndex(of: String(decoding: bytes[8..<11], as: UTF8.self)) else {
            return nil
        }
        let (year, date) = (number(12..<16), number(5..<7))
        let (hour, minute, second) = (number(17..<19), number(20..<22), number(23..<25))
        guard year >= 1970, (1...31).contains(date), (0...23).contains(hour), (0...59).contains(minute),
            (0...60).contains(second)
        else { return nil }
        let seconds = dayNumber(year, month + 1, date) * 86_400 + hour * 3600 + minute * 60 + min(second, 59)
        // Formatting again checks the punctuation, the weekday and that the day exists.
        return second < 60 && format(seconds) != text ? nil : seconds
    }

    /// Days since 1970 of a date of the Gregorian calendar.
    private static func dayNumber(_ year: Int, _ month: Int, _ date: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(_ day: Int) -> (year: Int, month: Int, date: Int) {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let date = dayOfYear - (153 * month + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, date)
    }
}
