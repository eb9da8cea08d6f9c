extension TUF {
    /// Where metadata comes from.
    package protocol MetadataSource {
        /// The file of that name below the repository's metadata, such as `2.root.json`; nil when there is none.
        /// Throws when it is longer than `limit` bytes, which must not be read to find that out.
        mutating func metadata(_ name: String, limit: Int) throws -> [UInt8]?
    }

    /// Where a client keeps what it trusts, one file for each role.
    package protocol MetadataStore {
        /// Nil when there is none, or one beyond `limit` bytes.
        func load(_ role: ExactText, limit: Int) throws -> [UInt8]?
        /// All of it or nothing, whatever happens meanwhile.
        func save(_ bytes: [UInt8], of role: ExactText) throws
        func remove(_ role: ExactText) throws
    }

    /// Bounds on what a repository can make a client read.
    package struct Limits: Sendable, Hashable {
        package var rootBytes = 512_000
        package var timestampBytes = 16_384
        package var snapshotBytes = 2_000_000
        package var targetsBytes = 5_000_000
        /// Also where metadata names a length itself: whoever signs a snapshot may not fill a device's memory.
        package var listedBytes = 64_000_000
        package var rootRotations = 1024
        /// Of one target: whoever signs a length may not fill a device's disk.
        package var targetBytes: Int64 = 512 << 20
        /// Roles visited in search of one target.
        package var visitedRoles = 64

        package init() {}
    }

    /// The client's workflow, section 5 of the specification: one refresh, then searches for targets.
    ///
    /// Everything that is verified is stored at once, and nothing else ever is.
    package struct Updater<Source: MetadataSource, Store: MetadataStore> {
        package private(set) var trusted: TrustedSet
        private var source: Source
        private let store: Store
        private let limits: Limits
        private var isRefreshed = false
        /// By role and by who had to sign it: another delegation to the same role is another question.
        private var targets: [Delegated: Targets] = [:]

        private struct Delegated: Hashable {
            let role: ExactText
            let authority: Authority
        }

        /// - Parameter start: the instant against which expiry is judged.
        package init(source: Source, store: Store, start: Instant, limits: Limits = Limits()) throws {
            guard let bytes = try store.load(TopRole.root.name, limit: limits.rootBytes) else {
                throw Refused.noTrustedRoot
            }
            trusted = try TrustedSet(root: bytes, start: start)
            self.source = source
            self.store = store
            self.limits = limits
        }

        /// Brings the metadata of the top-level roles up to date; later calls do nothing.
        package mutating func refresh() throws {
            guard !isRefreshed else { return }
            try refreshRoot()
            try refreshTimestamp()
            try refreshSnapshot()
            _ = try load(topLevel)
            isRefreshed = true
        }

        /// Top-level targets as of this refresh, with what Loa's own field says in them.
        package mutating func topLevelTargets() throws -> Targets {
            try refresh()
            return try load(topLevel)
        }

        /// The target as the most trusted role describes it; throws where none does.
        package mutating func find(_ target: ExactText) throws -> TargetFile {
            try refresh()
            // 5.6.7: before its delegations a role itself, before the next delegation all below the first.
            var waiting = [topLevel]
            var visited: Set<ExactText> = []
            while let next = waiting.popLast(), visited.count < limits.visitedRoles {
                guard visited.insert(next.role).inserted else { continue }
                let metadata = try load(next)
                if let file = metadata.files[target] { return file }
                guard let delegations = metadata.delegations else { continue }
                var found: [Delegated] = []
                for (name, isTerminating) in delegations.roles(for: target) {
                    guard let authority = delegations.authority(of: name) else { continue }
                    found.append(Delegated(role: name, authority: authority))
                    if isTerminating {
                        waiting = []
                        break
                    }
                }
                waiting += found.reversed()
            }
            throw Refused.noSuchTarget(target)
        }

        private var topLevel: Delegated {
            Delegated(role: TopRole.targets.name, authority: trusted.root.authority(of: .targets))
        }

        private mutating func refreshRoot() throws {
            for _ in 0..<limits.rootRotations {
                let before = trusted.root
                // After the last number there is no next root.
                guard before.header.version < .max else { break }
                let name = "\(before.header.version + 1).root.json"
                guard let bytes = try fetch(name, limit: limits.rootBytes) else { break }
                try trusted.update(root: bytes)
                // 5.3.11: whoever held a revoked key may have signed version numbers that nobody can exceed. This
                // comes first: if power fails between the two, the step is only repeated.
                if isRevoked(.timestamp, since: before) || isRevoked(.snapshot, since: before) {
                    try store.remove(TopRole.timestamp.name)
                    try store.remove(TopRole.snapshot.name)
                }
                try store.save(bytes, of: TopRole.root.name)
            }
            try trusted.requireFreshRoot()
        }

        /// Whether a key that could sign for the role no longer can.
        ///
        /// A key that was only added harms nobody.
        private func isRevoked(_ role: TopRole, since before: Root) -> Bool {
            !before.authority(of: role).identities.isSubset(of: trusted.root.authority(of: role).identities)
        }

        private mutating func refreshTimestamp() throws {
            if let stored = try store.load(TopRole.timestamp.name, limit: limits.timestampBytes) {
                // Stored under keys that are no longer trusted: as if there were none.
                try? trusted.adopt(storedTimestamp: stored)
            }
            let bytes = try required("timestamp.json", limit: limits.timestampBytes)
            if try trusted.update(timestamp: bytes) { try store.save(bytes, of: TopRole.timestamp.name) }
        }

        private mutating func refreshSnapshot() throws {
            guard let file = trusted.timestamp?.snapshot else {
                preconditionFailure("The timestamp was refreshed.")
            }
            if let stored = try store.load(TopRole.snapshot.name, limit: limits.listedBytes),
                // Stored under keys that are no longer trusted: as if there were none.
                (try? trusted.adopt(storedSnapshot: stored)) == true
            {
                return
            }
            let name = fileName(of: TopRole.snapshot.name, file)
            let bytes = try required(name, limit: try limit(file, name, limits.snapshotBytes))
            try trusted.update(snapshot: bytes)
            try store.save(bytes, of: TopRole.snapshot.name)
        }

        /// A role's metadata: what was verified before, what is stored, or what the repository has.
        private mutating func load(_ wanted: Delegated) throws -> Targets {
            if let known = targets[wanted] { return known }
            let (role, authority) = (wanted.role, wanted.authority)
            let file = try trusted.snapshotFile(of: role)
            // Whatever is wrong with the stored one, a right one is fetched.
            if let stored = try store.load(role, limit: limits.listedBytes),
                let metadata = try? trusted.verified(targets: stored, role: role, authority: authority)
            {
                targets[wanted] = metadata
                return metadata
            }
            let name = fileName(of: role, file)
            let bytes = try required(name, limit: try limit(file, name, limits.targetsBytes))
            let metadata = try trusted.verified(targets: bytes, role: role, authority: authority)
            try store.save(bytes, of: role)
            targets[wanted] = metadata
            return metadata
        }

        private mutating func required(_ name: String, limit: Int) throws -> [UInt8] {
            guard let bytes = try fetch(name, limit: limit) else { throw Refused.unavailable(name) }
            return bytes
        }

        private mutating func fetch(_ name: String, limit: Int) throws -> [UInt8]? {
            let bytes = try source.metadata(name, limit: limit)
            // Before anything parses them, even if the source forgot.
            if let bytes, bytes.count > limit { throw Refused.tooLong(name: name, limit: limit) }
            return bytes
        }

        private func limit(_ file: MetaFile, _ name: String, _ standard: Int) throws(Refused) -> Int {
            guard let length = file.length else { return standard }
            guard length <= Int64(limits.listedBytes) else {
                throw Refused.tooLong(name: name, limit: limits.listedBytes)
            }
            return Int(length)
        }

        private func fileName(of role: ExactText, _ file: MetaFile) -> String {
            let name = "\(PercentEncoding.encode(role)).json"
            return trusted.root.consistentSnapshot == true ? "\(file.version).\(name)" : name
        }
    }
}
