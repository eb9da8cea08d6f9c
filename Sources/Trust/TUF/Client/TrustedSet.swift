extension TUF {
    /// What a client trusts during one refresh, and the rules by which it comes to trust more.
    ///
    /// Bytes go in, decisions come out; every refusal leaves the set as it was.
    ///
    /// The numbers are those of the specification's client workflow.
    package struct TrustedSet: Sendable {
        /// 5.1: one instant for all of a refresh, so that nothing expires under way.
        package let start: Instant
        package private(set) var root: Root
        package private(set) var timestamp: Timestamp?
        package private(set) var snapshot: Snapshot?

        /// 5.2: the root that is trusted already.
        ///
        /// It must be whole and signed by its own keys; it may have expired.
        package init(root bytes: [UInt8], start: Instant) throws(Refused) {
            let envelope = try Envelope(reading: bytes)
            let root = try envelope.read(as: Root.self)
            try root.authority(of: .root).check(envelope, role: TopRole.root.name)
            self.root = root
            self.start = start
        }

        /// 5.3.4 to 5.3.7: the next root, signed as both the trusted one and itself ask for.
        ///
        /// It may have expired.
        package mutating func update(root bytes: [UInt8]) throws(Refused) {
            precondition(timestamp == nil, "Root comes before all others.")
            let envelope = try Envelope(reading: bytes)
            let new = try envelope.read(as: Root.self)
            try root.authority(of: .root).check(envelope, role: TopRole.root.name)
            let expected = root.header.version + 1
            guard new.header.version >= root.header.version else {
                throw Refused.rollback(
                    role: TopRole.root.name, trusted: root.header.version, found: new.header.version)
            }
            guard new.header.version == expected else {
                throw Refused.wrongVersion(
                    role: TopRole.root.name, expected: expected, found: new.header.version)
            }
            try new.authority(of: .root).check(envelope, role: TopRole.root.name)
            root = new
        }

        /// 5.3.10: the last root must not have expired.
        package func requireFreshRoot() throws(Refused) {
            try requireFresh(root, TopRole.root.name)
        }

        /// A timestamp out of the client's own store: the measure against rollback, even when it has expired.
        package mutating func adopt(storedTimestamp bytes: [UInt8]) throws(Refused) {
            timestamp = try verified(bytes, as: Timestamp.self, role: .timestamp)
        }

        /// 5.4.2 to 5.4.4.
        ///
        /// False when it is the version that is trusted already: nothing is to be stored then.
        package mutating func update(timestamp bytes: [UInt8]) throws(Refused) -> Bool {
            let new = try verified(bytes, as: Timestamp.self, role: .timestamp)
            if let timestamp {
                guard new.header.version >= timestamp.header.version else {
                    throw Refused.rollback(
                        role: TopRole.timestamp.name, trusted: timestamp.header.version,
                        found: new.header.version)
                }
                if new.header.version == timestamp.header.version {
                    try requireFresh(timestamp, TopRole.timestamp.name)
                    return false
                }
                guard new.snapshot.version >= timestamp.snapshot.version else {
                    throw Refused.rollback(
                        role: TopRole.snapshot.name, trusted: timestamp.snapshot.version,
                        found: new.snapshot.version)
                }
            }
            try requireFresh(new, TopRole.timestamp.name)
            timestamp = new
            return true
        }

        /// A snapshot out of the client's own store: the measure against rollback.
        ///
        /// True when it is also the one that the timestamp names, so that none is to be fetched.
        package mutating func adopt(storedSnapshot bytes: [UInt8]) throws(Refused) -> Bool {
            guard let timestamp else { preconditionFailure("The timestamp comes before the snapshot.") }
            let stored = try verified(bytes, as: Snapshot.self, role: .snapshot)
            snapshot = stored
            do throws(Refused) {
                try timestamp.snapshot.check(bytes, name: "snapshot.json")
                try requireFresh(stored, TopRole.snapshot.name)
                return stored.header.version == timestamp.snapshot.version
            } catch {
                // Trusted once, and no longer the newest: another one must be fetched.
                return false
            }
        }

        /// 5.5.2 to 5.5.6.
        package mutating func update(snapshot bytes: [UInt8]) throws(Refused) {
            guard let timestamp else { preconditionFailure("The timestamp comes before the snapshot.") }
            try timestamp.snapshot.check(bytes, name: "snapshot.json")
            let new = try verified(bytes, as: Snapshot.self, role: .snapshot)
            guard new.header.version == timestamp.snapshot.version else {
                throw Refused.wrongVersion(
                    role: TopRole.snapshot.name, expected: timestamp.snapshot.version,
                    found: new.header.version)
            }
            for (name, file) in snapshot?.files ?? [:] {
                guard let newFile = new.files[name] else { throw Refused.notInSnapshot(name) }
                guard newFile.version >= file.version else {
                    throw Refused.rollback(role: name, trusted: file.version, found: newFile.version)
                }
            }
            try requireFresh(new, TopRole.snapshot.name)
            snapshot = new
        }

        /// 5.6.2 to 5.6.5: metadata about targets, signed by whom the delegating role names.
        package func verified(
            targets bytes: [UInt8], role: ExactText, authority: Authority
        ) throws(Refused) -> Targets {
            let file = try snapshotFile(of: role)
            try file.check(bytes, name: "\(role).json")
            let envelope = try Envelope(reading: bytes)
            let new = try envelope.read(as: Targets.self)
            try authority.check(envelope, role: role)
            guard new.header.version == file.version else {
                throw Refused.wrongVersion(role: role, expected: file.version, found: new.header.version)
            }
            try requireFresh(new, role)
            return new
        }

        /// What the trusted snapshot says of a role's metadata.
        package func snapshotFile(of role: ExactText) throws(Refused) -> MetaFile {
            guard let snapshot else { preconditionFailure("The snapshot comes before the targets.") }
            guard let file = snapshot.file(of: role) else { throw Refused.notInSnapshot(role) }
            return file
        }

        private func verified<Content: Role>(
            _ bytes: [UInt8], as: Content.Type, role: TopRole
        ) throws(Refused) -> Content {
            let envelope = try Envelope(reading: bytes)
            let content = try envelope.read(as: Content.self)
            try root.authority(of: role).check(envelope, role: role.name)
            return content
        }

        private func requireFresh(_ content: some Role, _ role: ExactText) throws(Refused) {
            guard content.header.expires > start else {
                throw Refused.expired(role: role, at: content.header.expires)
            }
        }
    }
}
