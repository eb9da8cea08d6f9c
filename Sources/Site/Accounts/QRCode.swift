import Markup

/// A QR code (ISO/IEC 18004) of up to 271 bytes, error correction level L, as a drawing.
struct QRCode: Sendable {
    /// True where a module is dark; row by row.
    private(set) var modules: [[Bool]]
    private var isFixed: [[Bool]]
    private let size: Int

    /// Version, all codewords, check words of a block, blocks; level L.
    private static let versions: [(total: Int, check: Int, blocks: Int)] = [
        (26, 7, 1), (44, 10, 1), (70, 15, 1), (100, 20, 1), (134, 26, 1), (172, 18, 2), (196, 20, 2),
        (242, 24, 2),
        (292, 30, 2), (346, 18, 4),
    ]

    /// Centres of the alignment patterns of each version.
    private static let centres: [[Int]] = [
        [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50],
    ]

    /// Nil where the text is too long.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard
            let index = Self.versions.indices.first(where: { index in
                let version = Self.versions[index]
                return bytes.count + (index >= 9 ? 3 : 2) <= version.total - version.check * version.blocks
            })
        else { return nil }
        size = 17 + 4 * (index + 1)
        modules = Array(repeating: Array(repeating: false, count: size), count: size)
        isFixed = modules
        drawPatterns(version: index + 1)
        draw(Self.codewords(bytes, version: index))
        applyBestMask()
    }

    /// Length, bytes, padding and check words, interleaved by blocks.
    private static func codewords(_ bytes: [UInt8], version: Int) -> [UInt8] {
        let (total, check, blocks) = versions[version]
        let room = total - check * blocks
        var bits: [Bool] = []
        func put(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
        }
        put(4, 4)
        put(bytes.count, version >= 9 ? 16 : 8)
        for byte in bytes { put(Int(byte), 8) }
        put(0, min(4, room * 8 - bits.count))
        while bits.count % 8 != 0 { bits.append(false) }
        var data: [UInt8] = stride(from: 0, to: bits.count, by: 8).map { at in
            bits[at..<at + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var pad: UInt8 = 0xEC
        while data.count < room {
            data.append(pad)
            pad ^= 0xEC ^ 0x11
        }
        var parts: [(data: [UInt8], check: [UInt8])] = []
        var at = 0
        for block in 0..<blocks {
            // The last blocks are one longer where the words don't divide evenly.
            let count = room / blocks + (block >= blocks - room % blocks ? 1 : 0)
            let part = Array(data[at..<at + count])
            parts.append((part, checkWords(part, count: check)))
            at += count
        }
        var words: [UInt8] = []
        for place in 0..<(room / blocks + 1) {
            for part in parts where place < part.data.count { words.append(part.data[place]) }
        }
        for place in 0..<check { for part in parts { words.append(part.check[place]) } }
        return words
    }

    /// Reed-Solomon over GF(256) with the polynomial 0x11D.
    private static func checkWords(_ data: [UInt8], count: Int) -> [UInt8] {
        var generator: [UInt8] = Array(repeating: 0, count: count - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            for index in 0..<count {
                generator[index] = times(generator[index], root)
                if index + 1 < count { generator[index] ^= generator[index + 1] }
            }
            root = times(root, 2)
        }
        var rest: [UInt8] = Array(repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for index in 0..<count { rest[index] ^= times(generator[index], factor) }
        }
        return rest
    }

    private static func times(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var product = 0
        for bit in (0..<8).reversed() {
            product = product << 1 ^ (product >> 7) * 0x11D
            if other >> UInt8(bit) & 1 == 1 { product ^= Int(one) }
        }
        return UInt8(truncatingIfNeeded: product)
    }
}

extension QRCode {
    private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return }
        modules[row][column] = isDark
        isFixed[row][column] = true
    }

    private mutating func drawPatterns(version: Int) {
        for at in 0..<size {
            fix(6, at, at % 2 == 0)
            fix(at, 6, at % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
            for down in -4...4 {
                for right in -4...4 {
                    let ring = max(abs(down), abs(right))
                    fix(row + down, column + right, ring != 2 && ring != 4)
                }
            }
        }
        let centres = Self.centres[version - 1]
        for row in centres {
            for column in centres {
                let isCorner =
                    (row == 6 && (column == 6 || column == centres.last))
                    || (column == 6 && row == centres.last)
                if isCorner { continue }
                for down in -2...2 {
                    for right in -2...2 { fix(row + down, column + right, max(abs(down), abs(right)) != 1) }
                }
            }
        }
        drawFormat(mask: 0)
        if version >= 7 { drawVersion(version) }
    }

    /// Level L and the mask, with their check bits, twice.
    private mutating func drawFormat(mask: Int) {
        let data = 1 << 3 | mask
        var rest = data
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (data << 10 | rest) ^ 0x5412
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0...5 { fix(index, 8, bit(index)) }
        fix(7, 8, bit(6))
        fix(8, 8, bit(7))
        fix(8, 7, bit(8))
        for index in 9..<15 { fix(8, 14 - index, bit(index)) }
        for index in 0..<8 { fix(8, size - 1 - index, bit(index)) }
        for index in 8..<15 { fix(size - 15 + index, 8, bit(index)) }
        fix(size - 8, 8, true)
    }

    private mutating func drawVersion(_ version: Int) {
        var rest = version
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = version << 12 | rest
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            fix(index / 3, size - 11 + index % 3, isDark)
            fix(size - 11 + index % 3, index / 3, isDark)
        }
    }

    /// Up and down in pairs of columns from the right, round what is fixed.
    private mutating func draw(_ words: [UInt8]) {
        var index = 0
        var right = size - 1
        while right >= 1 {
            if right == 6 { right = 5 }
            for step in 0..<size {
                let isUpward = (right + 1) & 2 == 0
                let row = isUpward ? size - 1 - step : step
                for column in [right, right - 1] where !isFixed[row][column] && index < words.count * 8 {
                    modules[row][column] = words[index >> 3] >> UInt8(7 - index & 7) & 1 == 1
                    index += 1
                }
            }
            right -= 2
        }
    }

    private mutating func applyMask(_ mask: Int) {
        for row in 0..<size {
            for column in 0..<size where !isFixed[row][column] {
                let flips =
                    switch mask {
                    case 0: (row + column) % 2 == 0
                    case 1: row % 2 == 0
                    case 2: column % 3 == 0
                    case 3: (row + column) % 3 == 0
                    case 4: (row / 2 + column / 3) % 2 == 0
                    case 5: row * column % 2 + row * column % 3 == 0
                    case 6: (row * column % 2 + row * column % 3) % 2 == 0
                    default: ((row + column) % 2 + row * column % 3) % 2 == 0
                    }
                if flips { modules[row][column].toggle() }
            }
        }
    }

    private mutating func applyBestMask() {
        var best = (mask: 0, penalty: Int.max)
        for mask in 0..<8 {
            applyMask(mask)
            drawFormat(mask: mask)
            let penalty = runPenalty()
            if penalty < best.penalty { best = (mask, penalty) }
            applyMask(mask)
        }
        applyMask(best.mask)
        drawFormat(mask: best.mask)
    }

    /// Long runs and squares of one colour are what readers stumble over most.
    private func runPenalty() -> Int {
        var penalty = 0
        for isAcross in [true, false] {
            for line in 0..<size {
                var run = 0
                var last = false
                for at in 0..<size {
                    let module = isAcross ? modules[line][at] : modules[at][line]
                    run = at > 0 && module == last ? run + 1 : 1
                    last = module
                    if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
                }
            }
        }
        for row in 1..<size {
            for column in 1..<size {
                let module = modules[row][column]
                if modules[row - 1][column] == module, modules[row][column - 1] == module,
                    modules[row - 1][column - 1] == module
                {
                    penalty += 3
                }
            }
        }
        return penalty
    }

    /// Black on white with the quiet zone that readers need, whatever the colours of the page.
    var view: Markup {
        """
        <svg viewBox="-4 -4 \(size + 8) \(size + 8)" shape-rendering="crispEdges"><path d="\(path)"/></svg>
        """
    }

    private var path: String {
        var path = ""
        for (row, line) in modules.enumerated() {
            for (column, isDark) in line.enumerated() where isDark { path += "M\(column) \(row)h1v1h-1z" }
        }
        return path
    }
}
