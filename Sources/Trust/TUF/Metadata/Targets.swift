extension TUF {
    /// One file that a repository vouches for.
    package struct TargetFile: Sendable, Hashable {
        /// Bytes.
        package var length: Int64
        /// Hexadecimal digests by the name of their function; at least one.
        package var hashes: [ExactText: ExactText]
        /// `custom` and whatever else stands there.
        package var fields: JSONObject

        package init(length: Int64, hashes: [ExactText: ExactText], fields: JSONObject = JSONObject()) {
            self.length = length
            self.hashes = hashes
            self.fields = fields
        }

        /// Length and SHA-256 of the file at hand.
        package init(of bytes: [UInt8], custom: JSON? = nil) {
            self.init(
                length: Int64(bytes.count),
                hashes: ["sha256": ExactText(Hexadecimal.encode(SHA256.digest(bytes)))])
            fields["custom"] = custom
        }

        init(_ fields: FieldReader) throws(Refused) {
            length = try fields.integer("length", atLeast: 0)
            hashes = try fields.hashes("hashes")
            self.fields = fields.object.besides(["length", "hashes"])
        }

        var json: JSON {
            var object = fields
            object["length"] = .integer(length)
            object["hashes"] = JSON(hashes)
            return .object(object)
        }
    }

    /// Files by name, and the roles to ask for files that aren't here.
    package struct Targets: Role {
        package static let type = "targets"

        package var header: Header
        package var files: TargetFiles
        package var delegations: Delegations?

        package init(header: Header, files: TargetFiles = [:], delegations: Delegations? = nil) {
            self.header = header
            self.files = files
            self.delegations = delegations
        }

        package init(signed: JSON) throws(Refused) {
            let fields = try FieldReader(signed, "targets")
            header = try Header(fields, own: ["targets", "delegations"])
            files = try TargetFiles(try fields.reader("targets"))
            delegations = fields.has("delegations") ? try Delegations(try fields.reader("delegations")) : nil
        }

        package var json: JSON {
            var own: [(ExactText, JSON)] = [("targets", files.json)]
            if let delegations { own.append(("delegations", delegations.json)) }
            return header.json(Self.type, own)
        }
    }
}
