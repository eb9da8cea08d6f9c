/// Telephone numbers that are known to be persons', as those of a plan's list of contacts.
///
/// A text is searched for their digits, because such lists give them in forms that by themselves say nothing: nine
/// digits, of which a spreadsheet dropped the nought, or a fixed line.
package struct KnownPhones: Sendable, Equatable {
    package static let none = KnownPhones([])

    /// Without the nought or the country's number before them.
    private let numbers: Set<[UInt8]>

    /// Fewer digits are a year, an extension or a sum.
    private static let shortest = 8
    private static let longest = 13

    /// - Parameter phones: as printed; one may hold several numbers.
    package init(_ phones: some Sequence<String>) {
        var numbers: Set<[UInt8]> = []
        for phone in phones {
            let signs = [phone] + phone.split(whereSeparator: { ";,/\n".contains($0) }).map(String.init)
            for digits in signs.map(Self.digits) where (Self.shortest...Self.longest).contains(digits.count) {
                numbers.insert(Self.core(digits))
            }
        }
        self.numbers = numbers
    }

    /// Whether a text has so many digits in a row, with what may stand between two of them, that one may stand there.
    package static func mayStand(in text: String) -> Bool {
        let bytes = Array(text.utf8)
        var count = 0
        var at = 0
        while at < bytes.count {
            guard let sign = PhoneSign(bytes, at), !sign.isStar else {
                at += 1
                continue
            }
            count += 1
            if count >= shortest { return true }
            at = sign.range.upperBound
            if let gap = PhoneGap(bytes, from: at) { at = gap.end } else { count = 0 }
        }
        return false
    }

    /// The digits of each place where one of them stands, from its first to its last.
    func places(in bytes: [UInt8]) -> [[PhoneSign]] {
        guard !numbers.isEmpty else { return [] }
        var found: [[PhoneSign]] = []
        var at = 0
        var isInside = false
        while at < bytes.count {
            guard let sign = PhoneSign(bytes, at), !sign.isStar else {
                isInside = false
                at += 1
                continue
            }
            if !isInside, let signs = number(in: bytes, at) {
                found.append(signs)
                at = signs[signs.count - 1].range.upperBound
            } else {
                at += sign.width
            }
            isInside = true
        }
        return found
    }

    /// The one that begins at a place; a digit behind it makes it another number.
    private func number(in bytes: [UInt8], _ start: Int) -> [PhoneSign]? {
        var signs: [PhoneSign] = []
        var at = start
        while let sign = PhoneSign(bytes, at), !sign.isStar, signs.count < Self.longest {
            signs.append(sign)
            let end = sign.range.upperBound
            let isLast = PhoneSign(bytes, end)?.isStar ?? true
            if isLast, signs.count >= Self.shortest, numbers.contains(Self.core(signs.compactMap(\.value))) {
                return signs
            }
            guard let gap = PhoneGap(bytes, from: end) else { return nil }
            at = gap.end
        }
        return nil
    }

    private static func digits(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return bytes.indices.compactMap { PhoneSign(bytes, $0)?.value }
    }

    private static func core(_ digits: [UInt8]) -> [UInt8] {
        var rest = digits[...]
        for start in [[0, 0, 8, 4], [8, 4], [0]] as [[UInt8]]
        where rest.starts(with: start) && rest.count - start.count >= shortest {
            rest = rest.dropFirst(start.count)
        }
        return Array(rest)
    }
}
