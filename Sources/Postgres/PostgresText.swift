import CPostgres
import SQL

/// Reads values in the text form in which the server sends results.
///
/// Text rather than binary: so every type of the server has a readable form.
enum PostgresText {
    /// `type` is an object identifier of pg_type.dat; nil when the text is bad.
    static func value(_ bytes: UnsafeBufferPointer<UInt8>, type: Oid) -> SQLValue? {
        switch type {
        case 16:  // bool
            return .integer(unsafe bytes.first == UInt8(ascii: "t") ? 1 : 0)
        case 17:  // bytea
            return unsafe blob(bytes).map(SQLValue.blob)
        case 20, 21, 23, 26:  // int8, int2, int4, oid
            return unsafe string(bytes).flatMap { Int64($0) }.map(SQLValue.integer)
        case 700, 701:  // float4, float8
            return unsafe string(bytes).flatMap { Double($0) }.map(SQLValue.real)
        case 1700:  // numeric: what sums of bigint are, so a whole one is an integer as on SQLite
            return unsafe string(bytes).flatMap { text in
                Int64(text).map(SQLValue.integer) ?? Double(text).map(SQLValue.real)
            }
        default:
            return unsafe string(bytes).map(SQLValue.text)
        }
    }

    private static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        unsafe String(validating: bytes, as: UTF8.self)
    }

    /// The form `\x00ff` that every connection is set to.
    private static func blob(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard bytes.count >= 2, bytes.count.isMultiple(of: 2), unsafe bytes[0] == 0x5C,
            unsafe bytes[1] == 0x78
        else {
            return nil
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count / 2 - 1)
        var place = 2
        while place < bytes.count {
            guard let high = unsafe digit(bytes[place]), let low = unsafe digit(bytes[place + 1]) else {
                return nil
            }
            result.append(high << 4 | low)
            place += 2
        }
        return result
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
