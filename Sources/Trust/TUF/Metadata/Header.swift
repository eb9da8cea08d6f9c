extension TUF {
    /// What all kinds of metadata have: version, expiry, and whatever fields the reader doesn't know.
    package struct Header: Sendable, Hashable {
        /// Counts up from 1.
        package var version: Int64
        package var expires: Instant
        package var specVersion: ExactText
        /// Fields that TUF doesn't define; kept, signed, given to whoever asks.
        package var custom: JSONObject

        package init(version: Int64 = 1, expires: Instant, custom: JSONObject = JSONObject()) {
            self.version = version
            self.expires = expires
            specVersion = ExactText(TUF.specificationVersion)
            self.custom = custom
        }

        /// - Parameter own: the fields of this kind of metadata.
        init(_ fields: FieldReader, own: [ExactText]) throws(Refused) {
            version = try fields.integer("version", atLeast: 1)
            let text = try fields.text("expires")
            guard let expires = Instant(text) else { throw fields.refused("expires", "is no time: \(text)") }
            self.expires = expires
            specVersion = try fields.text("spec_version")
            let parts = specVersion.string.split(separator: ".", omittingEmptySubsequences: false)
            guard 2...3 ~= parts.count, parts[0] == "1",
                parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
            else { throw fields.refused("spec_version", "is not 1.x: \(specVersion)") }
            custom = fields.object.besides(["_type", "version", "expires", "spec_version"] + own)
        }

        func json(_ type: String, _ own: [(ExactText, JSON)]) -> JSON {
            var object = custom
            object["_type"] = .text(type)
            object["version"] = .integer(version)
            object["expires"] = .text(expires.description)
            object["spec_version"] = .text(specVersion)
            for (name, value) in own { object[name] = value }
            return .object(object)
        }
    }

    /// One of the four kinds of metadata.
    package protocol Role: Sendable, Hashable {
        /// The value of `_type`.
        static var type: String { get }
        var header: Header { get set }
        /// From the `signed` part, whose type is this one.
        init(signed: JSON) throws(Refused)
        /// The `signed` part.
        var json: JSON { get }
    }
}
