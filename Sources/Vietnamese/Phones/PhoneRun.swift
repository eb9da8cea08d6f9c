/// Signs in groups that make one telephone number, by its digits and the shape of its groups alone.
struct PhoneRun {
    private(set) var signs: [PhoneSign] = []
    private(set) var kind = Kind.mobile
    private var groups: [Int] = []
    private var gaps: [PhoneGap] = []
    /// The nought before a mobile number was left out, as spreadsheets do, or read as the letter O.
    private let lacksNought: Bool

    enum Kind { case mobile, fixedLine }

    /// From the first sign to the last; a plus or a parenthesis before it isn't part of it.
    var range: Range<Int> { signs[0].index..<signs[signs.count - 1].range.upperBound }

    /// The number whose first digit stands at `start`; nil: none begins there.
    ///
    /// - Parameter lacksNought: what stands there is what follows the nought of a mobile number.
    init?(_ bytes: [UInt8], from start: Int, lacksNought: Bool = false) {
        self.lacksNought = lacksNought
        let nought: [UInt8] = lacksNought ? [0] : []
        if let before = Self.sign(bytes, before: start), !before.isStar { return nil }
        let hasPlus = Self.hasPlus(bytes, before: start)
        var at = start
        while true {
            guard let sign = PhoneSign(bytes, at), !sign.isStar else { return nil }
            append(sign, startsGroup: signs.isEmpty || at != signs[signs.count - 1].range.upperBound)
            at += sign.width
            guard let target = Self.length(of: nought + signs.map { $0.value ?? 0 }, hasPlus: hasPlus) else {
                return nil
            }
            if nought.count + signs.count == target { break }
            guard let gap = PhoneGap(bytes, from: at) else {
                // Fixed lines had ten digits before 2017.
                if target == 11, signs.count == 10, kind(of: signs) == .fixedLine { break }
                return nil
            }
            if gap.end != at { gaps.append(gap) }
            at = gap.end
        }
        if let next = PhoneSign(bytes, at), !next.isStar { return nil }
        kind = kind(of: signs)
        guard hasShape(hasPlus: hasPlus) else { return nil }
    }

    private mutating func append(_ sign: PhoneSign, startsGroup: Bool) {
        if startsGroup { groups.append(0) }
        groups[groups.count - 1] += 1
        signs.append(sign)
    }

    private func kind(of signs: [PhoneSign]) -> Kind {
        var digits = signs.compactMap(\.value)[...]
        if lacksNought { return digits.first == 2 ? .fixedLine : .mobile }
        if digits.starts(with: [0, 0, 8, 4]) { digits = digits.dropFirst(4) }
        if digits.starts(with: [8, 4]) { digits = digits.dropFirst(2) }
        return digits.first { $0 != 0 } == 2 ? .fixedLine : .mobile
    }

    /// How many digits a number has that begins so; nil: no telephone number begins so.
    private static func length(of digits: [UInt8], hasPlus: Bool) -> Int? {
        func national(_ rest: ArraySlice<UInt8>, _ prefix: Int) -> Int? {
            guard let first = rest.first else { return 99 }
            switch first {
            case 3, 5, 7, 8, 9: return prefix + 9
            case 2: return prefix + 10
            case 1:
                guard let second = rest.dropFirst().first else { return 99 }
                return [2, 6, 8, 9].contains(second) ? prefix + 10 : nil
            default: return nil
            }
        }
        if digits.starts(with: [8, 4]) || digits == [8] {
            guard digits.count > 2 else { return 99 }
            // "+84 (0) 912…"
            return digits[2] == 0 ? national(digits[3...], 3) : national(digits[2...], 2)
        }
        guard !hasPlus, digits[0] == 0 else { return nil }
        if digits.count > 1, digits[1] == 0 {
            guard zip(digits, [0, 0, 8, 4]).allSatisfy({ $0 == $1 }) else { return nil }
            guard digits.count > 4 else { return 99 }
            return digits[4] == 0 ? national(digits[5...], 5) : national(digits[4...], 4)
        }
        return national(digits[1...], 1)
    }

    /// Not a date with something behind it, nor a row of other numbers.
    private func hasShape(hasPlus: Bool) -> Bool {
        if gaps.isEmpty { return true }
        let isSpelledOut = groups.allSatisfy { $0 == 1 }
        let isInternational = hasPlus || !lacksNought && (signs[0].value == 8 || signs[1].value == 0)
        if gaps.contains(where: { $0.blanks > 1 || $0.lineEnds > 0 }) {
            guard groups[0] >= 3 || isInternational, gaps.allSatisfy({ $0.lineEnds < 2 }),
                gaps.count(where: { $0.lineEnds > 0 }) < 2
            else { return false }
        }
        if gaps.contains(where: { $0.rare != nil }) {
            guard Set(gaps.map(\.rare)).count == 1, (3...5).contains(groups[0]),
                groups.allSatisfy({ $0 >= 2 }), !hasYear
            else { return false }
        }
        return isSpelledOut || isInternational || groups[0] > 2 || !hasYear
    }

    /// A group like 1999 or 2025.
    private var hasYear: Bool {
        var at = 0
        for count in groups {
            let digits = signs[at..<(at + count)].compactMap(\.value)
            if digits.count == 4, digits.starts(with: [2, 0]) || digits.starts(with: [1, 9]) { return true }
            at += count
        }
        return false
    }

    private static func sign(_ bytes: [UInt8], before index: Int) -> PhoneSign? {
        if index >= 3, let sign = PhoneSign(bytes, index - 3), sign.width == 3 { return sign }
        guard index >= 1, let sign = PhoneSign(bytes, index - 1), sign.width == 1 else { return nil }
        return sign
    }

    private static func hasPlus(_ bytes: [UInt8], before index: Int) -> Bool {
        var at = index
        while at > 0, bytes[at - 1] == 0x20 { at -= 1 }
        return at > 0 && bytes[at - 1] == UInt8(ascii: "+")
    }
}
