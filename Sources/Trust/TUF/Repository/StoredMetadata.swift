extension TUF {
    /// What lies in a server's own store, believed only as far as it is signed.
    ///
    /// Whoever can write to the disk or the bucket has no key: what they put there would get one with the next
    /// publication. So the timestamp and the snapshot must be signed by keys of the root, and all else must be what
    /// the snapshot names, to the byte.
    struct StoredMetadata {
        /// No honest server gets so far, and a programme's number neither; whoever had a key that root took away since
        /// may have signed up to the last number.
        static let versionLimit: Int64 = 1 << 40

        /// The newest first.
        private let roots: [Root]
        private let load: (String) throws -> [UInt8]?
        let timestamp: Timestamp
        let snapshot: Snapshot
        /// Who could sign snapshots at the time.
        let servers: [Authority]
        /// The newest root has taken a key away that signed what is there: all is signed anew.
        let isRotated: Bool

        /// Nil where the store has no timestamp: it was never begun.
        ///
        /// - Parameters:
        ///   - roots: the newest first.
        ///   - lastRoot: the version of the root by which the store was signed last. What a root before it let sign
        ///     timestamp or snapshot no longer does: its thief may still write to the store.
        init?(roots: [Root], lastRoot: Int64, load: @escaping (String) throws -> [UInt8]?) throws {
            (self.roots, self.load) = (roots, load)
            guard let bytes = try load("timestamp.json") else { return nil }
            let circles = Array(roots.prefix(1) + roots.dropFirst().filter { $0.header.version >= lastRoot })
            let (timestamp, isTimestampOld) = try Self.asSigned("timestamp.json") {
                try Self.signed(bytes, as: Timestamp.self, role: .timestamp, by: circles)
            }
            let name = "\(timestamp.snapshot.version).snapshot.json"
            let snapshotBytes = try Self.file(name, timestamp.snapshot, load)
            let (snapshot, isSnapshotOld) = try Self.asSigned(name) {
                try Self.signed(snapshotBytes, as: Snapshot.self, role: .snapshot, by: circles)
            }
            try Self.check(snapshot, timestamp.snapshot.version, name, TopRole.snapshot.name)
            (self.timestamp, self.snapshot) = (timestamp, snapshot)
            servers = circles.map { $0.authority(of: .snapshot) }
            isRotated = isTimestampOld || isSnapshotOld
        }

        /// Top-level targets that the snapshot names: signed by people, if only under a root before.
        func topLevelTargets(_ file: MetaFile) throws -> Targets {
            let name = "\(file.version).\(TopRole.targets.name).json"
            let bytes = try Self.file(name, file, load)
            let (targets, _) = try Self.asSigned(name) {
                try Self.signed(bytes, as: Targets.self, role: .targets, by: roots)
            }
            try Self.check(targets, file.version, name, TopRole.targets.name)
            return targets
        }

        /// Whether one of these has signed what the snapshot names of the role.
        func isSigned(_ role: ExactText, _ file: MetaFile, by authorities: [Authority]) throws -> Bool {
            let name = "\(file.version).\(role).json"
            let bytes = try Self.file(name, file, load)
            return try Self.asSigned(name) {
                let envelope = try Envelope(reading: bytes)
                return authorities.contains { $0.have(signed: envelope) }
            }
        }

        /// A role that people delegate to the server.
        ///
        /// - Parameter authorities: of these one must have signed it: who has the keys of snapshot and timestamp needn't
        ///   have the role's.
        func targets(_ role: ExactText, _ file: MetaFile, by authorities: [Authority]) throws -> Targets {
            let name = "\(file.version).\(role).json"
            let bytes = try Self.file(name, file, load)
            let targets = try Self.asSigned(name) {
                let envelope = try Envelope(reading: bytes)
                guard authorities.contains(where: { $0.have(signed: envelope) }) else {
                    throw Refused.unsigned(role: role, valid: 0, threshold: 1)
                }
                return try envelope.read(as: Targets.self)
            }
            try Self.check(targets, file.version, name, role)
            return targets
        }

        private static func file(
            _ name: String, _ file: MetaFile, _ load: (String) throws -> [UInt8]?
        ) throws -> [UInt8] {
            guard let bytes = try load(name) else {
                throw Refused.notAsSigned(file: name, reason: "it isn't there")
            }
            try asSigned(name) {
                guard file.hashes != nil else { throw Refused.malformed("its digest isn't named") }
                try file.check(bytes, name: name)
            }
            return bytes
        }

        private static func check(
            _ content: some Role, _ version: Int64, _ name: String, _ role: ExactText
        ) throws(Refused) {
            guard content.header.version == version else {
                let reason = Refused.wrongVersion(
                    role: role, expected: version, found: content.header.version)
                throw Refused.notAsSigned(file: name, reason: "\(reason)")
            }
        }

        /// The content, and whether only a former root's keys have signed it.
        private static func signed<Content: Role>(
            _ bytes: [UInt8], as: Content.Type, role: TopRole, by roots: [Root]
        ) throws(Refused) -> (Content, isOld: Bool) {
            let envelope = try Envelope(reading: bytes)
            let content = try envelope.read(as: Content.self)
            for (age, root) in roots.enumerated() {
                if root.authority(of: role).have(signed: envelope) { return (content, age > 0) }
            }
            throw Refused.unsigned(
                role: role.name, valid: 0, threshold: roots[0].authority(of: role).threshold)
        }

        /// Names the file in whatever is amiss with it.
        private static func asSigned<Result>(_ name: String, _ body: () throws -> Result) throws -> Result {
            do { return try body() } catch let error as Refused {
                throw Refused.notAsSigned(file: name, reason: "\(error)")
            }
        }
    }
}
