extension TUF.Targets {
    /// Where fields stand that this program doesn't know, such as `delegations.x`: it can only name them to whoever
    /// signs.
    package var unknownFields: [ExactText] {
        var header = header
        header.custom[ReleasePolicy.field] = nil
        return header.unknownFields
            + (delegations?.unknownFields ?? []).map { ExactText("delegations.\($0)") }
    }
}

extension TUF.Root {
    /// Where fields stand that this program doesn't know, such as `roles.mirrors`.
    package var unknownFields: [ExactText] {
        let roles = roleNames.sorted().filter { name in
            if case .object(let object)? = custom(of: name) { !object.isEmpty } else { false }
        }
        let unused = keys.keys.sorted().filter { !uses($0) }
        return header.unknownFields + roles.map { ExactText("roles.\($0)") }
            + unused.map { ExactText("keys.\($0)") }
            + PublicKey.unknownFields(of: keys)
    }
}

extension TUF.Header {
    fileprivate var unknownFields: [ExactText] {
        var known = self
        known.removeDemonstrationMark()
        return known.custom.members.map(\.name)
    }
}

extension TUF.Delegations {
    fileprivate var unknownFields: [ExactText] {
        let own = custom.members.map(\.name)
        let inRoles: [ExactText] =
            switch roles {
            case .list(let list):
                list.flatMap { role in
                    role.keys.custom.members.map { ExactText("roles.\(role.name).\($0.name)") }
                }
            case .bins(let bins): bins.keys.custom.members.map { ExactText("succinct_roles.\($0.name)") }
            }
        return own + inRoles
            + PublicKey.unknownFields(of: keys)
    }
}

extension PublicKey {
    fileprivate static func unknownFields(of keys: [ExactText: PublicKey]) -> [ExactText] {
        keys.sorted { $0.key < $1.key }.flatMap { name, key in
            key.unknownFields.map { ExactText("keys.\(name).\($0)") }
        }
    }

    /// Names of what stands beside the key, its holder and a demonstration's mark.
    package var unknownFields: [ExactText] {
        guard case .object(let object) = json else { return [] }
        var members = object.besides(["keytype", "scheme", "keyval", Self.holderField]).members
        members.removeAll { $0.name == Demonstration.field }
        guard case .object(let keyval)? = object["keyval"] else { return members.map(\.name) }
        return members.map(\.name) + keyval.besides(["public"]).members.map { ExactText("keyval.\($0.name)") }
    }
}
