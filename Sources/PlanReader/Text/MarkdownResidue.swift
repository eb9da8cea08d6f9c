import Vietnamese

/// Takes out what converters to markdown leave: emphasis, heading signs,
/// escapes, `<br>`.
enum MarkdownResidue {
    static func stripped(_ bytes: [UInt8]) -> RepairedText {
        guard bytes.contains(where: isSign) else { return RepairedText(bytes: bytes, offsets: OffsetMap()) }
        var stripper = Stripper(bytes: bytes)
        return stripper.run()
    }

    /// One of `* # \ < > _`.
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2A, 0x23, 0x5C, 0x3C, 0x3E, 0x5F: true
        default: false
        }
    }

    private struct Stripper {
        let bytes: [UInt8]
        var output: [UInt8] = []
        var offsets = OffsetMap()
        /// Only blanks so far on this line.
        var isLineStart = true

        init(bytes: [UInt8]) {
            self.bytes = bytes
            output.reserveCapacity(bytes.count)
        }

        mutating func run() -> RepairedText {
            var index = 0
            /// Where the stretch begins that stays and isn't copied yet.
            var kept = 0
            while index < bytes.count {
                let byte = bytes[index]
                if isSign(byte) {
                    output.append(contentsOf: bytes[kept..<index])
                    kept = index
                    let removed = removable(index)
                    if removed > 0 {
                        index += removed
                        kept = index
                        offsets.note(repaired: output.count, original: index)
                        continue
                    }
                }
                if byte == 0x0A || byte == 0x0C {
                    isLineStart = true
                } else if byte != 0x20 && byte != 0x09 {
                    isLineStart = false
                }
                index += 1
            }
            output.append(contentsOf: bytes[min(kept, bytes.count)...])
            return RepairedText(bytes: output, offsets: offsets)
        }

        private func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0x0A }

        /// How many bytes at `index` are residue.
        private mutating func removable(_ index: Int) -> Int {
            switch bytes[index] {
            case 0x2A:  // *
                if byte(index + 1) == 0x2A { return run(of: 0x2A, from: index) }
                let isBullet = isLineStart && byte(index + 1) == 0x20
                let isRule = byte(index + 1) == 0x20 && byte(index + 2) == 0x2A
                if isBullet || isRule { return 0 }
                let touches = byte(index + 1) > 0x20 || byte(index - 1) > 0x20
                return touches ? 1 : 0
            case 0x5F:  // _
                let length = run(of: 0x5F, from: index)
                if length >= 3 { return 0 }
                let isOpen = byte(index - 1) <= 0x20 || byte(index - 1) == 0x2A || byte(index - 1) == 0x7C
                let isShut = [0x20, 0x0A, 0x09, 0x2A, 0x3A, 0x2C, 0x2E, 0x3B, 0x7C, 0x29].contains(
                    byte(index + length))
                return isOpen != isShut ? length : 0
            case 0x23 where isLineStart:  // #
                let length = run(of: 0x23, from: index)
                return byte(index + length) == 0x20 ? length + 1 : 0
            case 0x3E where isLineStart && byte(index + 1) == 0x20: return 2
            case 0x3E where isLineStart && (byte(index + 1) == 0x0A || byte(index + 1) == 0x0D): return 1
            case 0x5C:  // \ before a sign, or at a line's end
                let next = byte(index + 1)
                let isSign =
                    next < 0x80 && next > 0x20 && !(next | 0x20 >= 97 && next | 0x20 <= 122)
                    && !(next >= 48 && next <= 57)
                return isSign || next == 0x0A ? 1 : 0
            case 0x3C:  // <br>, <br/>, <br />
                guard byte(index + 1) | 0x20 == 0x62, byte(index + 2) | 0x20 == 0x72 else { return 0 }
                var end = index + 3
                while end < index + 6, byte(end) == 0x20 || byte(end) == 0x2F { end += 1 }
                guard byte(end) == 0x3E else { return 0 }
                offsets.note(repaired: output.count, original: index)
                output.append(0x20)
                return end + 1 - index
            default: return 0
            }
        }

        private func run(of sign: UInt8, from index: Int) -> Int {
            var end = index
            while end < bytes.count, bytes[end] == sign { end += 1 }
            return end - index
        }
    }
}
