extension TUF {
    /// The files of one role, by name, as they stand in its metadata: checked all at once, and made into values one by
    /// one when they are asked for.
    ///
    /// A role may list ten thousand files, of which a client asks for a few.
    package struct TargetFiles: Sendable, Hashable, ExpressibleByDictionaryLiteral {
        private var members: JSONObject

        package init(dictionaryLiteral elements: (ExactText, TargetFile)...) {
            members = JSONObject()
            for (name, file) in elements { self[name] = file }
        }

        init(_ fields: FieldReader) throws(Refused) {
            members = fields.object
            for member in members.members where !Self.isFile(member.value) {
                // Made only to say what is wrong with it.
                _ = try TargetFile(try FieldReader(member.value, "targets.\(member.name)"))
            }
        }

        package subscript(name: ExactText) -> TargetFile? {
            get {
                guard let json = members[name] else { return nil }
                guard let file = try? TargetFile(try FieldReader(json, "targets.\(name)")) else {
                    preconditionFailure("All files were checked when they came in.")
                }
                return file
            }
            set { members[name] = newValue?.json }
        }

        package var count: Int { members.members.count }

        package var names: [ExactText] { members.members.map(\.name) }

        var json: JSON { .object(members) }

        /// The same question as reading a `TargetFile` answers, without making one.
        private static func isFile(_ json: JSON) -> Bool {
            guard case .object(let fields) = json, case .integer(let length)? = fields["length"], length >= 0,
                case .object(let hashes)? = fields["hashes"]
            else { return false }
            return !hashes.isEmpty
                && hashes.members.allSatisfy { if case .text = $0.value { true } else { false } }
        }
    }
}
