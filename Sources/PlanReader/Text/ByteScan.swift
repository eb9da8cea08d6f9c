/// Looks through bytes eight at a time.
enum ByteScan {
    /// Calls `body` with the offset of each byte that is below `limit`, at most 128, in order.
    @inline(__always)
    static func forEach(below limit: UInt8, in bytes: [UInt8], _ body: (Int, UInt8) -> Void) {
        let limits = UInt64(limit) &* 0x0101_0101_0101_0101
        // The address is used within the closure only.
        bytes.withUnsafeBytes { bytes in
            var index = 0
            while index + 8 <= bytes.count {
                // Not aligned: the bytes are an array's, and the stretch may begin anywhere in it.
                let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                // The high bit of a byte stays where the byte is below the limit; bits above the first may be wrong.
                if (eight &- limits) & ~eight & 0x8080_8080_8080_8080 != 0 {
                    for offset in index..<index + 8 where bytes[offset] < limit {
                        body(offset, bytes[offset])
                    }
                }
                index += 8
            }
            for offset in index..<bytes.count where bytes[offset] < limit { body(offset, bytes[offset]) }
        }
    }

    /// Whether the byte, below 128, stands anywhere.
    static func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
        let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
        // The address is used within the closure only.
        return bytes.withUnsafeBytes { bytes in
            var index = 0
            while index + 8 <= bytes.count {
                let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted
                if (eight &- 0x0101_0101_0101_0101) & ~eight & 0x8080_8080_8080_8080 != 0 { return true }
                index += 8
            }
            return bytes[index...].contains(byte)
        }
    }
}
