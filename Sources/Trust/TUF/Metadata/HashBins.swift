extension TUF {
    /// Roles of equal share, told apart by the first bits of the SHA-256 of a target's name (TAP 15): one line of
    /// metadata for up to 2³² roles.
    package struct HashBins: Sendable, Hashable {
        package var keys: RoleKeys
        /// 1 to 32.
        package let bitLength: Int64
        package let namePrefix: ExactText

        package init(keys: RoleKeys, bitLength: Int64, namePrefix: ExactText) {
            precondition(1...32 ~= bitLength, "A bin is chosen by 1 to 32 bits.")
            self.keys = keys
            self.bitLength = bitLength
            self.namePrefix = namePrefix
        }

        init(_ fields: FieldReader) throws(Refused) {
            bitLength = try fields.integer("bit_length", atLeast: 1)
            guard bitLength <= 32 else { throw fields.refused("bit_length", "is more than 32") }
            namePrefix = try fields.text("name_prefix")
            keys = try RoleKeys(fields, own: ["bit_length", "name_prefix"])
        }

        var json: JSON {
            keys.json([("bit_length", .integer(bitLength)), ("name_prefix", .text(namePrefix))])
        }

        package func bin(for target: ExactText) -> ExactText {
            let number = SHA256.digest(target.string).prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return name(number >> UInt64(32 - bitLength))
        }

        func contains(_ role: ExactText) -> Bool {
            let digits = String(decoding: role.utf8.suffix(suffixLength), as: UTF8.self)
            guard let number = UInt64(digits, radix: 16), number < 1 << UInt64(bitLength) else {
                return false
            }
            // Only the one way to write the number, with no sign and in lower case.
            return name(number) == role
        }

        private var suffixLength: Int { Int((bitLength + 3) / 4) }

        func name(_ number: UInt64) -> ExactText {
            let digits = String(number, radix: 16)
            let zeros = String(repeating: "0", count: suffixLength - digits.count)
            return ExactText("\(namePrefix)-\(zeros)\(digits)")
        }
    }
}
