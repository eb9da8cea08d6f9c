extension TUF {
    /// A repository's metadata as its keepers hold it: roles as values, out of which publishing makes signed files.
    ///
    /// Files are returned in the order in which they must be written: whoever reads between two of them finds the old
    /// repository or the new one, whole.
    package struct Repository: Sendable {
        package struct File: Sendable, Hashable {
            /// Below the repository's metadata, such as `2.snapshot.json`.
            package let path: String
            package let bytes: [UInt8]
        }

        /// Keys and expiry of the two roles that a server signs by itself.
        package struct OnlineRoles: Sendable {
            package var snapshotKeys: [SigningKey]
            package var timestampKeys: [SigningKey]
            package var snapshotExpires: Instant
            package var timestampExpires: Instant

            package init(
                snapshotKeys: [SigningKey], timestampKeys: [SigningKey], snapshotExpires: Instant,
                timestampExpires: Instant
            ) {
                self.snapshotKeys = snapshotKeys
                self.timestampKeys = timestampKeys
                self.snapshotExpires = snapshotExpires
                self.timestampExpires = timestampExpires
            }
        }

        package var root: Root
        /// Top-level targets and all delegated roles, by name.
        ///
        /// Versions count up by publishing.
        package var targets: [ExactText: Targets]
        package private(set) var snapshot: Snapshot
        package private(set) var timestamp: Timestamp
        private var published: Set<ExactText> = []

        package init(root: Root, targets: Targets) {
            self.root = root
            self.targets = [TopRole.targets.name: targets]
            snapshot = Snapshot(header: Header(expires: targets.header.expires), files: [:])
            timestamp = Timestamp(
                header: Header(expires: targets.header.expires), snapshot: MetaFile(version: 1))
        }

        /// The root as it is, signed by these keys: those of its own, and those of the root before.
        package mutating func publishRoot(signedBy keys: [SigningKey]) -> File {
            if !published.insert(TopRole.root.name).inserted { root.header.version += 1 }
            return File(path: "\(root.header.version).root.json", bytes: Self.signed(root, keys))
        }

        /// New versions of these roles, of the snapshot and of the timestamp.
        package mutating func publish(
            _ changed: [ExactText: [SigningKey]], online: OnlineRoles
        ) -> [File] {
            var files: [File] = []
            for (role, keys) in changed.sorted(by: { $0.key < $1.key }) {
                guard var metadata = targets[role] else { preconditionFailure("There is no role \(role).") }
                if !published.insert(role).inserted { metadata.header.version += 1 }
                targets[role] = metadata
                let bytes = Self.signed(metadata, keys)
                snapshot.files[ExactText("\(role).json")] = MetaFile(
                    version: metadata.header.version, of: bytes)
                files.append(File(path: path(of: role, version: metadata.header.version), bytes: bytes))
            }
            if !published.insert(TopRole.snapshot.name).inserted { snapshot.header.version += 1 }
            snapshot.header.expires = online.snapshotExpires
            let bytes = Self.signed(snapshot, online.snapshotKeys)
            timestamp.snapshot = MetaFile(version: snapshot.header.version, of: bytes)
            files.append(
                File(path: path(of: TopRole.snapshot.name, version: snapshot.header.version), bytes: bytes))
            files.append(publishTimestamp(online: online))
            return files
        }

        /// A new timestamp over the snapshot that is there.
        package mutating func publishTimestamp(online: OnlineRoles) -> File {
            if !published.insert(TopRole.timestamp.name).inserted { timestamp.header.version += 1 }
            timestamp.header.expires = online.timestampExpires
            return File(path: "timestamp.json", bytes: Self.signed(timestamp, online.timestampKeys))
        }

        private static func signed(_ role: some Role, _ keys: [SigningKey]) -> [UInt8] {
            var envelope = Envelope(signing: role)
            for key in keys { envelope.sign(with: key) }
            return envelope.bytes
        }

        private func path(of role: ExactText, version: Int64) -> String {
            let name = "\(PercentEncoding.encode(role)).json"
            return root.consistentSnapshot == true ? "\(version).\(name)" : name
        }
    }
}
