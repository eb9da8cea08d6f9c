extension TUF {
    /// Which keys sign for the top-level roles, root itself among them.
    package struct Root: Role {
        package static let type = "root"

        package var header: Header
        package private(set) var keys: [ExactText: PublicKey]
        private var roles: [ExactText: RoleKeys]
        /// Nil as in old metadata: no.
        package var consistentSnapshot: Bool?

        /// No keys yet; every threshold is 1.
        package init(header: Header) {
            self.header = header
            keys = [:]
            roles = [:]
            for role in TopRole.allCases { roles[role.name] = RoleKeys(keyIDs: [], threshold: 1) }
            consistentSnapshot = true
        }

        package init(signed: JSON) throws(Refused) {
            let fields = try FieldReader(signed, "root")
            header = try Header(fields, own: ["keys", "roles", "consistent_snapshot"])
            keys = try fields.keys("keys")
            let list = try fields.reader("roles")
            roles = [:]
            for member in list.object.members {
                // "mirrors" is the one optional role of the format.
                guard TopRole(rawValue: member.name.string) != nil || member.name == "mirrors" else {
                    throw list.refused(member.name, "is no top-level role")
                }
                roles[member.name] = try RoleKeys(try list.reader(member.name))
            }
            for role in TopRole.allCases where roles[role.name] == nil {
                throw list.refused(role.name, "is missing")
            }
            consistentSnapshot =
                fields.has("consistent_snapshot") ? try fields.bool("consistent_snapshot") : nil
        }

        package var json: JSON {
            var list = JSONObject()
            for (name, role) in roles { list[name] = role.json() }
            var own: [(ExactText, JSON)] = [("keys", JSON(keys)), ("roles", .object(list))]
            if let consistentSnapshot { own.append(("consistent_snapshot", .bool(consistentSnapshot))) }
            return header.json(Self.type, own)
        }

        package func authority(of role: TopRole) -> Authority {
            // All four are there: both initialisers see to it.
            roles[role.name]?.authority(keys) ?? Authority(keyIDs: [], threshold: 1, keys: [:])
        }

        /// Names of all roles that stand here.
        var roleNames: Set<ExactText> { Set(roles.keys) }

        /// What stands beside a role's keys and threshold; for "mirrors", which Loa doesn't know, all of it.
        func custom(of role: ExactText) -> JSON? {
            guard let found = roles[role] else { return nil }
            return TopRole(rawValue: role.string) == nil ? found.json() : .object(found.custom)
        }

        /// Whether a top-level role has the key.
        func uses(_ keyID: ExactText) -> Bool {
            TopRole.allCases.contains { roles[$0.name]?.keyIDs.contains(keyID) == true }
        }

        /// Top-level targets that enough of their keys have signed, whether or not they are the newest.
        ///
        /// For people with files in hand; a client goes by timestamp and snapshot (`Updater`).
        package func signedTargets(_ bytes: [UInt8]) throws(Refused) -> Targets {
            let envelope = try Envelope(reading: bytes)
            let targets = try envelope.read(as: Targets.self)
            try authority(of: .targets).check(envelope, role: TopRole.targets.name)
            return targets
        }

        /// Gives the role these keys and no others.
        package mutating func setKeys(_ newKeys: [PublicKey], threshold: Int64, of role: TopRole) {
            precondition(threshold >= 1, "At least one key must sign.")
            for key in newKeys { keys[key.keyID] = key }
            roles[role.name]?.keyIDs = newKeys.map(\.keyID)
            roles[role.name]?.threshold = threshold
            let used = Set(roles.values.flatMap(\.keyIDs))
            keys = keys.filter { used.contains($0.key) }
        }
    }
}
