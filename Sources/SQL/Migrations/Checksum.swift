/// CRC-64 with the ECMA-182 polynomial, reflected (as in the xz format).
///
/// Finds cut-off and damaged data; it is no protection against forgery.
struct Checksum: Sendable {
    private static let table: [UInt64] = (0..<256).map { index in
        var entry = UInt64(index)
        for _ in 0..<8 { entry = entry & 1 == 1 ? (entry >> 1) ^ 0xC96C_5795_D787_0F42 : entry >> 1 }
        return entry
    }

    private var state = ~UInt64(0)

    var value: UInt64 { ~state }

    var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    mutating func update(_ bytes: some Sequence<UInt8>) {
        var current = state
        for byte in bytes {
            current = Self.table[Int(UInt8(truncatingIfNeeded: current) ^ byte)] ^ (current >> 8)
        }
        state = current
    }
}
