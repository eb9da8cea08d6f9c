import CPostgres
import SQL

/// The values of one statement in PostgreSQL's binary form.
///
/// Values travel beside the statement, never inside its text.
struct PostgresParameters {
    /// Object identifiers of the server's own types (pg_type.dat).
    enum Kind: UInt32 {
        case any = 0
        case blob = 17
        case integer = 20
        case text = 25
        case real = 701
    }

    let kinds: [Oid]
    private var bytes: [UInt8] = []
    private var lengths: [Int32] = []
    private var isNull: [Bool] = []

    init(_ bindings: [SQLBinding]) {
        kinds = bindings.map { Self.kind($0.storage).rawValue }
        for binding in bindings { append(binding.value) }
    }

    private static func kind(_ storage: SQLStorage) -> Kind {
        switch storage {
        case .any: .any
        case .integer: .integer
        case .real: .real
        case .text: .text
        case .blob: .blob
        }
    }

    private mutating func append(_ value: SQLValue) {
        let start = bytes.count
        switch value {
        case .null: break
        case .integer(let number): append(UInt64(bitPattern: number))
        case .real(let number): append(number.bitPattern)
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .blob(let blob): bytes.append(contentsOf: blob)
        }
        lengths.append(Int32(bytes.count - start))
        isNull.append(value == .null)
        // libpq takes a missing address for NULL; so empty values have one too.
        bytes.append(0)
    }

    private mutating func append(_ bits: UInt64) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
    }

    /// Gives addresses, lengths and formats, which are valid inside the closure.
    func withAddresses<Value>(
        _ body: (
            _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?,
            _ formats: UnsafePointer<Int32>?
        ) -> Value
    ) -> Value {
        unsafe bytes.withUnsafeBytes { buffer in
            var addresses: [UnsafePointer<CChar>?] = unsafe []
            var start = 0
            for place in lengths.indices {
                // Bytes of any type may be looked at as characters of C.
                let address = unsafe buffer.baseAddress?.advanced(by: start).assumingMemoryBound(
                    to: CChar.self)
                unsafe addresses.append(isNull[place] ? nil : address)
                start += Int(lengths[place]) + 1
            }
            let formats = [Int32](repeating: 1, count: lengths.count)
            return unsafe body(addresses, lengths, formats)
        }
    }
}
