/// Hides the digits of persons' telephone numbers, byte for byte, so that ranges into the text stay
/// true.
///
/// The one mask of the whole program: pages, exports, search, ledger, terminal. Mobile numbers are persons'
/// numbers whatever is written beside them. Fixed lines (02…) and service numbers (1800, 1900, 11x) belong to offices and
/// stay, unless the words before or behind give one to a person or a home.
package enum PhoneMask {
    /// The last digits stay, so that somebody who knows the number recognises it.
    package static let shownDigits = 3

    /// Replaces the digits of persons' numbers by `*`: mobile numbers of today (10 digits from 03, 05, 07, 08,
    /// 09) and of before 2018 (11 digits from 012, 016, 018, 019), also with +84, 84 or 0084, in groups of any
    /// kind.
    ///
    /// A mobile number without its nought is one after "ĐT" and the like, and where the letter O stands for the nought.
    package static func masked(_ text: String) -> String { masked(text, knowing: .none) }

    /// - Parameter known: numbers that are persons' whatever their form.
    package static func masked(_ text: String, knowing known: KnownPhones) -> String {
        var bytes = Array(text.utf8)
        for number in numbers(in: bytes) { hide(number.signs, in: &bytes) }
        for signs in known.places(in: bytes) { hide(signs, in: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Hides a number that is known to be a person's, whatever its form.
    package static func maskedWhole(_ phone: String) -> String {
        var bytes = Array(phone.utf8)
        var signs: [PhoneSign] = []
        var at = 0
        while at < bytes.count {
            let sign = PhoneSign(bytes, at)
            if let sign, !sign.isStar { signs.append(sign) }
            at += sign?.width ?? 1
        }
        hide(signs, in: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hide(_ signs: [PhoneSign], in bytes: inout [UInt8]) {
        for sign in signs.dropLast(shownDigits) {
            // A full-width digit has three bytes, and so has the full-width star.
            bytes.replaceSubrange(sign.range, with: sign.width == 1 ? [PhoneSign.star] : PhoneSign.wideStar)
        }
    }

    /// The persons' numbers of a text, in order, from the first digit to the last.
    static func numbers(in bytes: [UInt8]) -> [PhoneRun] {
        var found: [PhoneRun] = []
        var at = 0
        while at < bytes.count {
            guard let sign = PhoneSign(bytes, at), !sign.isStar else {
                at += 1
                continue
            }
            if let run = number(in: bytes, at) {
                found.append(run)
                at = run.range.upperBound
            } else {
                while let next = PhoneSign(bytes, at), !next.isStar { at += next.width }
            }
        }
        return found
    }

    /// The person's number that begins at a place, with its nought or without.
    private static func number(in bytes: [UInt8], _ at: Int) -> PhoneRun? {
        if let run = PhoneRun(bytes, from: at), PhoneContext(bytes, run).isPersons { return run }
        guard let run = PhoneRun(bytes, from: at, lacksNought: true) else { return nil }
        let context = PhoneContext(bytes, run)
        return context.tellsOfLostNought && context.isPersons ? run : nil
    }
}
