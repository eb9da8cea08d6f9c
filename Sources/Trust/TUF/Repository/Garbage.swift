extension TUF {
    /// What of a store may go: files to which no unexpired metadata leads.
    ///
    /// A client is led from a timestamp to a snapshot, and from there to versions that never go back. So what counts is
    /// the oldest snapshot that hasn't ended: below the versions that it names nobody is led any more. What is there now
    /// counts even when it has ended, for a server that slept must find its store whole. Roots and top-level targets
    /// stay: people signed them, and they tell who could approve when.
    ///
    /// Nothing may be published between looking and deleting.
    package struct Garbage {
        /// Seconds that metadata counts after its end, for a client judges by the instant at which it began.
        package static let graceSeconds: Int64 = 86_400

        /// A file of metadata, by what its name says.
        private struct Versioned: Hashable {
            let role: String
            let version: Int64

            /// Nil for `timestamp.json`, and for what isn't ours.
            init?(_ name: String) {
                let parts = name.split(separator: ".", maxSplits: 1)
                guard parts.count == 2, parts[1].hasSuffix(".json"), let version = Int64(parts[0]) else {
                    return nil
                }
                (role, self.version) = (String(parts[1].dropLast(".json".count)), version)
                guard version > 0, fileName == name else { return nil }
            }

            var fileName: String { "\(version).\(role).json" }
        }

        private let load: (String) throws -> [UInt8]?
        private let listed: [Versioned]
        private let current: [String: Int64]
        /// The least version of each role that still counts, by its name in file names.
        private let floors: [String: Int64]

        /// - Parameters:
        ///   - metadata: the names of all files of metadata in the store.
        ///   - load: the file of that name below the store's metadata; nil where there is none.
        package init(
            metadata: some Sequence<String>, now: Instant, load: @escaping (String) throws -> [UInt8]?
        ) throws {
            self.load = load
            listed = metadata.compactMap(Versioned.init)
            let timestamp = try Self.read("timestamp.json", Timestamp.self, load)
            let newest = try Self.snapshot(timestamp.snapshot.version, load)
            current = Self.versions(newest, timestamp.snapshot.version)
            var floors = current
            let older = listed.filter {
                $0.role == TopRole.snapshot.name.string && $0.version < timestamp.snapshot.version
            }
            // Those before it have ended: each is read once more, and is gone.
            for file in older.sorted(by: { $0.version < $1.version }) {
                let snapshot = try Self.snapshot(file.version, load)
                guard snapshot.header.expires.adding(seconds: Self.graceSeconds) > now else { continue }
                floors.merge(Self.versions(snapshot, file.version), uniquingKeysWith: min)
                break
            }
            for kept in [TopRole.root, .targets] { floors[kept.name.string] = 0 }
            self.floors = floors
        }

        /// Files of metadata to which nobody is led.
        package var metadata: [String] {
            listed.filter { file in floors[file.role].map { file.version < $0 } ?? false }.map(\.fileName)
        }

        /// Those among the stored targets that no metadata names but what is garbage itself.
        ///
        /// - Parameter targets: paths below the address of targets, such as `objects/SHA256.NAME`.
        package func targets(among targets: some Sequence<String>) throws -> Set<String> {
            var unnamed = Set(targets)
            let others = [TopRole.root, .snapshot].map(\.name.string)
            // What is there now names nearly everything: what is older is read only where something is left.
            for (role, version) in current where !others.contains(role) && !unnamed.isEmpty {
                try take(out: &unnamed, namedBy: "\(version).\(role).json")
            }
            for file in listed where !others.contains(file.role) && !unnamed.isEmpty {
                guard let floor = floors[file.role], file.version >= floor else { continue }
                try take(out: &unnamed, namedBy: file.fileName)
            }
            return unnamed
        }

        private func take(out unnamed: inout Set<String>, namedBy name: String) throws {
            let targets = try Self.read(name, Targets.self, load)
            for name in targets.files.names {
                // No client can fetch a target whose name leads elsewhere.
                guard let file = targets.files[name], let path = try? TargetName(name) else { continue }
                for (function, digest) in file.hashes {
                    let one = TargetFile(length: file.length, hashes: [function: digest])
                    unnamed.remove(path.path(of: one, isConsistent: true))
                }
                unnamed.remove(path.path(of: file, isConsistent: false))
            }
        }

        private static func versions(_ snapshot: Snapshot, _ version: Int64) -> [String: Int64] {
            var versions = [TopRole.snapshot.name.string: version]
            for (name, file) in snapshot.files where name.string.hasSuffix(".json") {
                let role = ExactText(String(name.string.dropLast(".json".count)))
                versions[PercentEncoding.encode(role)] = file.version
            }
            return versions
        }

        private static func snapshot(
            _ version: Int64, _ load: (String) throws -> [UInt8]?
        ) throws -> Snapshot {
            try read("\(version).\(TopRole.snapshot.name).json", Snapshot.self, load)
        }

        /// What can't be read ends it: nothing goes where something is amiss.
        private static func read<Content: Role>(
            _ name: String, _: Content.Type, _ load: (String) throws -> [UInt8]?
        ) throws -> Content {
            guard let bytes = try load(name) else { throw Refused.unavailable(name) }
            return try Envelope(reading: bytes).read(as: Content.self)
        }
    }
}
