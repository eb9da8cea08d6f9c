extension TUF {
    /// The roles that a role trusts with some of its targets: a list in order of trust, or bins by hash (TAP 15).
    package struct Delegations: Sendable, Hashable {
        package enum Roles: Sendable, Hashable {
            case list([DelegatedRole])
            case bins(HashBins)
        }

        package var keys: [ExactText: PublicKey]
        package var roles: Roles
        private(set) var custom = JSONObject()

        package init(keys: [PublicKey], roles: Roles) {
            self.keys = Dictionary(keys.map { ($0.keyID, $0) }, uniquingKeysWith: { first, _ in first })
            self.roles = roles
        }

        init(_ fields: FieldReader) throws(Refused) {
            keys = try fields.keys("keys")
            custom = fields.object.besides(["keys", "roles", "succinct_roles"])
            guard fields.has("roles") != fields.has("succinct_roles") else {
                throw fields.refused("roles", "and succinct_roles: one of both must be there")
            }
            guard fields.has("roles") else {
                roles = .bins(try HashBins(try fields.reader("succinct_roles")))
                return
            }
            var list: [DelegatedRole] = []
            var names: Set<ExactText> = []
            for entry in try fields.array("roles") {
                let role = try DelegatedRole(try FieldReader(entry, "delegations.roles"))
                guard names.insert(role.name).inserted else {
                    throw fields.refused("roles", "has \(role.name) twice")
                }
                list.append(role)
            }
            roles = .list(list)
        }

        var json: JSON {
            var object = custom
            object["keys"] = JSON(keys)
            switch roles {
            case .list(let list): object["roles"] = .array(list.map(\.json))
            case .bins(let bins): object["succinct_roles"] = bins.json
            }
            return .object(object)
        }

        /// Who may sign for the role; nil when it isn't delegated here.
        package func authority(of role: ExactText) -> Authority? {
            switch roles {
            case .list(let list): list.first { $0.name == role }?.keys.authority(keys)
            case .bins(let bins): bins.contains(role) ? bins.keys.authority(keys) : nil
            }
        }

        /// The roles to ask for a target, in order, and whether the search ends with each.
        func roles(for target: ExactText) -> [(name: ExactText, isTerminating: Bool)] {
            switch roles {
            case .list(let list): list.filter { $0.covers(target) }.map { ($0.name, $0.isTerminating) }
            case .bins(let bins): [(bins.bin(for: target), true)]
            }
        }
    }

    /// A role with some targets of another one.
    package struct DelegatedRole: Sendable, Hashable {
        package enum Scope: Sendable, Hashable {
            /// Patterns as in a shell; see `PathPattern`.
            case paths([ExactText])
            /// Beginnings of the SHA-256 of the target's name, in hexadecimal digits.
            case hashPrefixes([ExactText])
        }

        package let name: ExactText
        package var keys: RoleKeys
        package var isTerminating: Bool
        package var scope: Scope

        package init(name: ExactText, keys: RoleKeys, isTerminating: Bool = false, scope: Scope) {
            self.name = name
            self.keys = keys
            self.isTerminating = isTerminating
            self.scope = scope
        }

        init(_ fields: FieldReader) throws(Refused) {
            name = try fields.text("name")
            // A delegated "snapshot" would take the place of the trusted one in the store.
            guard !name.isEmpty, TopRole(rawValue: name.string) == nil else {
                throw fields.refused("name", "can't be that of a delegated role: \(name)")
            }
            isTerminating = try fields.bool("terminating")
            guard fields.has("paths") != fields.has("path_hash_prefixes") else {
                throw fields.refused("paths", "and path_hash_prefixes: one of both must be there")
            }
            scope =
                fields.has("paths")
                ? .paths(try fields.texts("paths")) : .hashPrefixes(try fields.texts("path_hash_prefixes"))
            keys = try RoleKeys(fields, own: ["name", "terminating", "paths", "path_hash_prefixes"])
        }

        var json: JSON {
            let scoped: (ExactText, JSON) =
                switch scope {
                case .paths(let patterns): ("paths", JSON(patterns))
                case .hashPrefixes(let prefixes): ("path_hash_prefixes", JSON(prefixes))
                }
            return keys.json([("name", .text(name)), ("terminating", .bool(isTerminating)), scoped])
        }

        /// Whether the role is trusted with the target.
        package func covers(_ target: ExactText) -> Bool {
            switch scope {
            case .paths(let patterns):
                return patterns.contains { PathPattern($0).matches(target) }
            case .hashPrefixes(let prefixes):
                let digest = Hexadecimal.encode(SHA256.digest(target.string)).utf8
                return prefixes.contains { digest.starts(with: $0.utf8) }
            }
        }
    }
}
