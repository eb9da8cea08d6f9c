extension TUF {
    /// One thing in which a root differs from the one before: what whoever signs must have seen.
    package enum RootChange: Sendable, Hashable {
        case version(from: Int64, to: Int64)
        case expires(from: Instant, to: Instant)
        case threshold(role: TopRole, from: Int64, to: Int64)
        case keyAdded(role: TopRole, keyID: ExactText)
        case keyRevoked(role: TopRole, keyID: ExactText)
        case consistentSnapshot(Bool)
        /// What stands beside the key, such as its holder's name, is another; the key itself is the same.
        case keyFields(keyID: ExactText)
        /// A field that this reader doesn't know, and can only name.
        case unknownField(ExactText)

        /// All differences, in the order of the cases and of the roles.
        ///
        /// Nothing that is signed escapes it: what the cases above don't tell is told as an unknown field.
        package static func all(from old: Root, to new: Root) -> [RootChange] {
            var changes: [RootChange] = []
            if old.header.version != new.header.version {
                changes.append(.version(from: old.header.version, to: new.header.version))
            }
            if old.header.expires != new.header.expires {
                changes.append(.expires(from: old.header.expires, to: new.header.expires))
            }
            for role in TopRole.allCases {
                changes += roleChanges(role, old.authority(of: role), new.authority(of: role))
            }
            let isConsistent = new.consistentSnapshot == true
            if (old.consistentSnapshot == true) != isConsistent {
                changes.append(.consistentSnapshot(isConsistent))
            }
            return changes + unknownChanges(old, new)
        }

        private static func roleChanges(_ role: TopRole, _ old: Authority, _ new: Authority) -> [RootChange] {
            var changes: [RootChange] = []
            if old.threshold != new.threshold {
                changes.append(.threshold(role: role, from: old.threshold, to: new.threshold))
            }
            // By what the keys are: another key under an old identifier is another key.
            func signers(_ authority: Authority) -> [ExactText: PublicKey.Identity?] {
                Dictionary(authority.keyIDs.map { ($0, authority.keys[$0]?.identity) }) { first, _ in first }
            }
            let (before, after) = (signers(old), signers(new))
            for keyID in after.keys.sorted() where before[keyID] != after[keyID] {
                changes.append(.keyAdded(role: role, keyID: keyID))
            }
            for keyID in before.keys.sorted() where before[keyID] != after[keyID] {
                changes.append(.keyRevoked(role: role, keyID: keyID))
            }
            return changes
        }

        private static func unknownChanges(_ old: Root, _ new: Root) -> [RootChange] {
            var names = Set(old.header.custom.members.map(\.name) + new.header.custom.members.map(\.name))
            names = names.filter { old.header.custom[$0] != new.header.custom[$0] }
            if old.header.specVersion != new.header.specVersion { names.insert("spec_version") }
            for role in old.roleNames.union(new.roleNames) where old.custom(of: role) != new.custom(of: role)
            {
                names.insert(ExactText("roles.\(role)"))
            }
            var changes: [RootChange] = []
            let (before, after) = (old.keys, new.keys)
            for keyID in Set(before.keys).union(after.keys).sorted() {
                switch (before[keyID], after[keyID]) {
                case (let key?, let other?) where key != other && key.identity == other.identity:
                    changes.append(.keyFields(keyID: keyID))
                case (nil, _?) where !new.uses(keyID), (_?, nil) where !old.uses(keyID):
                    names.insert(ExactText("keys.\(keyID)"))
                default: break
                }
            }
            return changes + names.sorted().map { .unknownField($0) }
        }
    }

    /// A root on its way from desk to desk: what it changes, and whose signatures it still needs.
    package struct RootCeremony: Sendable {
        package let changes: [RootChange]
        package private(set) var envelope: Envelope
        package let old: Root?
        package let new: Root

        /// - Parameter old: the root before; nil for the first one of all.
        package init(_ new: Root, after old: Root?) throws(Refused) {
            if let old, new.header.version != old.header.version + 1 {
                throw Refused.wrongVersion(
                    role: TopRole.root.name, expected: old.header.version + 1, found: new.header.version)
            }
            self.init(Envelope(signing: new), new, old)
        }

        /// A root that came back from another desk, with the signatures made there.
        package init(reading bytes: [UInt8], after old: Root?) throws(Refused) {
            let envelope = try Envelope(reading: bytes)
            let new = try envelope.read(as: Root.self)
            if let old, new.header.version != old.header.version + 1 {
                throw Refused.wrongVersion(
                    role: TopRole.root.name, expected: old.header.version + 1, found: new.header.version)
            }
            self.init(envelope, new, old)
        }

        private init(_ envelope: Envelope, _ new: Root, _ old: Root?) {
            self.envelope = envelope
            self.new = new
            self.old = old
            changes = old.map { RootChange.all(from: $0, to: new) } ?? []
        }

        /// Throws for a key that neither this root nor the one before names: its signature would be worth nothing.
        package mutating func sign(with key: SigningKey) throws(Refused) {
            try tally.requirePlace(for: key)
            envelope.sign(with: key)
        }

        /// Takes the signatures out of a copy that was signed at another desk.
        package mutating func join(_ bytes: [UInt8]) throws(Refused) {
            try envelope.join(try Envelope(reading: bytes))
        }

        package var tally: SignatureTally { SignatureTally(envelope, authorities) }

        /// How many more signatures it needs, by its own keys and by those of the root before; both 0 when it is done.
        package var missing: (own: Int64, before: Int64) {
            let missing = tally.missing
            return (missing[0], missing.count > 1 ? missing[1] : 0)
        }

        private var authorities: [Authority] {
            [new.authority(of: .root)] + (old.map { [$0.authority(of: .root)] } ?? [])
        }
    }
}
