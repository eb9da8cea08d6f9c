extension TUF {
    /// What timestamp and snapshot say of another file of metadata.
    package struct MetaFile: Sendable, Hashable {
        package var version: Int64
        /// Bytes.
        package var length: Int64?
        /// Hexadecimal digests by the name of their function.
        package var hashes: [ExactText: ExactText]?
        private var custom = JSONObject()

        package init(version: Int64, length: Int64? = nil, hashes: [ExactText: ExactText]? = nil) {
            self.version = version
            self.length = length
            self.hashes = hashes
        }

        /// Length and SHA-256 of the file at hand.
        package init(version: Int64, of bytes: [UInt8]) {
            self.init(
                version: version, length: Int64(bytes.count),
                hashes: ["sha256": ExactText(Hexadecimal.encode(SHA256.digest(bytes)))])
        }

        init(_ fields: FieldReader) throws(Refused) {
            version = try fields.integer("version", atLeast: 1)
            length = fields.has("length") ? try fields.integer("length", atLeast: 0) : nil
            hashes = fields.has("hashes") ? try fields.hashes("hashes") : nil
            custom = fields.object.besides(["version", "length", "hashes"])
        }

        var json: JSON {
            var object = custom
            object["version"] = .integer(version)
            if let length { object["length"] = .integer(length) }
            if let hashes { object["hashes"] = JSON(hashes) }
            return .object(object)
        }

        /// Throws unless length and all hashes, where given, are those of the bytes.
        func check(_ bytes: [UInt8], name: String) throws(Refused) {
            if let length, length != Int64(bytes.count) {
                throw Refused.wrongLength(name: name, expected: length, found: Int64(bytes.count))
            }
            guard let hashes else { return }
            var digests = Digests(hashes)
            guard digests.add(bytes), digests.match() else { throw Refused.wrongHash(name: name) }
        }
    }

    /// The digests that metadata lists for one file, computed over its bytes piece by piece.
    struct Digests: ~Copyable {
        private let expected: [(HashFunction, ExactText)]
        private let areKnown: Bool
        private var sha256: Digester?
        private var sha384: Digester?
        private var sha512: Digester?

        init(_ hashes: [ExactText: ExactText]) {
            expected = hashes.compactMap { name, digest in
                HashFunction(rawValue: name.string).map { ($0, digest) }
            }
            // A digest that can't be checked is one that might not match.
            areKnown = expected.count == hashes.count && !hashes.isEmpty
            sha256 = expected.contains { $0.0 == .sha256 } ? Digester(.sha256) : nil
            sha384 = expected.contains { $0.0 == .sha384 } ? Digester(.sha384) : nil
            sha512 = expected.contains { $0.0 == .sha512 } ? Digester(.sha512) : nil
        }

        @discardableResult
        mutating func add(_ bytes: [UInt8]) -> Bool {
            sha256?.update(bytes)
            sha384?.update(bytes)
            sha512?.update(bytes)
            return areKnown
        }

        /// Whether every listed digest is known and is that of the bytes so far.
        consuming func match() -> Bool {
            guard areKnown else { return false }
            let found = [
                HashFunction.sha256: Self.finish(sha256.take()), .sha384: Self.finish(sha384.take()),
                .sha512: Self.finish(sha512.take()),
            ]
            return expected.allSatisfy { function, digest in found[function] == digest }
        }

        private static func finish(_ digester: consuming Digester?) -> ExactText? {
            guard let digester else { return nil }
            return ExactText(Hexadecimal.encode(digester.finish()))
        }
    }
}
