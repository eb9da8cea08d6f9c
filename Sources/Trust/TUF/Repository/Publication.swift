extension TUF {
    /// One change of a store by its server: new objects, newer metadata that people signed, or nothing but freshness.
    ///
    /// Metadata that exists comes in through `load`, by file name; `files` go out in the order in which they must be
    /// written: whoever reads between two of them finds the old store or the new one, whole. Objects lie in bins by the
    /// digest of their names, so that one object more costs the same among a hundred thousand as among a hundred.
    package struct Publication {
        /// The role that targets delegates to the server.
        package static let objectsRole: ExactText = "objects"
        /// 2⁸ bins: 100,000 objects are 400 in each.
        static let binBits: Int64 = 8
        /// 2⁴ bins of programmes: a device asks for most of them.
        static let programmeBinBits: Int64 = 4

        /// How long what the server signs is good for, and how early it is signed anew, in seconds.
        package struct Lifetimes: Sendable {
            package var timestamp: Int64 = 2 * 3600
            package var snapshot: Int64 = 7 * 86_400
            package var objects: Int64 = 365 * 86_400

            package init() {}
        }

        let root: Root
        private let key: SigningKey
        private let programmesKey: SigningKey
        let now: Instant
        private let lifetimes: Lifetimes
        /// Nil where the store was never begun.
        let stored: StoredMetadata?
        /// Top-level targets as they are published.
        let storedTargets: Targets?
        var snapshot: Snapshot
        private(set) var timestamp: Timestamp
        private var roles: [ExactText: Targets] = [:]
        private(set) var currentTargets: Targets?
        private var hasNewSnapshot = false
        /// The root has taken the key away that signed what is there: all is signed anew at once.
        private(set) var hasOtherKey: Bool
        private var newFiles: [Repository.File] = []

        /// Throws where the store doesn't hold what its keys have signed: nothing is signed upon that.
        ///
        /// - Parameters:
        ///   - root: the newest one.
        ///   - former: those before it, the newest first.
        ///   - lastRoot: the version of the root by which the store was signed last; 0 where nobody knows.
        ///   - key: the server's, for snapshot, timestamp and objects.
        ///   - programmesKey: where programmes have a key of their own.
        ///   - load: the file of that name below the store's metadata; nil where there is none.
        package init(
            root: Root, former: [Root] = [], lastRoot: Int64 = 0, key: SigningKey,
            programmesKey: SigningKey? = nil, now: Instant, lifetimes: Lifetimes = Lifetimes(),
            load: @escaping (String) throws -> [UInt8]?
        ) throws {
            self.root = root
            self.key = key
            self.programmesKey = programmesKey ?? key
            self.now = now
            self.lifetimes = lifetimes
            stored = try StoredMetadata(roots: [root] + former, lastRoot: lastRoot, load: load)
            guard let stored else {
                snapshot = Snapshot(header: Header(version: 0, expires: now), files: [:])
                timestamp = Timestamp(
                    header: Header(version: 0, expires: now), snapshot: MetaFile(version: 1))
                (storedTargets, hasOtherKey) = (nil, false)
                return
            }
            (timestamp, snapshot, hasOtherKey) = (stored.timestamp, stored.snapshot, stored.isRotated)
            let file = snapshot.file(of: TopRole.targets.name)
            guard hasOtherKey else {
                storedTargets = try file.map { try stored.topLevelTargets($0) }
                return
            }
            // A thief's snapshot may name anything: what people never signed gives way to what they sign next.
            storedTargets = file.flatMap { try? stored.topLevelTargets($0) }
            snapshot.files = snapshot.files.filter { name, _ in
                name == "targets.json" ? storedTargets != nil : Self.isOwn(name)
            }
        }

        /// Throws unless the root lets this key alone sign snapshot and timestamp.
        package static func requirePlace(for key: SigningKey, in root: Root) throws(Refused) {
            for role in [TopRole.snapshot, .timestamp] {
                let authority = root.authority(of: role)
                guard authority.identities.contains(key.publicKey.identity), authority.threshold == 1 else {
                    throw Refused.unsigned(role: role.name, valid: 0, threshold: authority.threshold)
                }
            }
        }

        /// Takes top-level targets that people signed; throws unless enough of the root's keys have signed them and
        /// they are newer than those that are published.
        package mutating func take(targets bytes: [UInt8]) throws {
            let targets = try root.signedTargets(bytes)
            let known = snapshot.file(of: TopRole.targets.name)?.version ?? 0
            guard targets.header.version > known else {
                throw Refused.rollback(
                    role: TopRole.targets.name, trusted: known, found: targets.header.version)
            }
            guard targets.header.expires > now else {
                throw Refused.expired(role: TopRole.targets.name, at: targets.header.expires)
            }
            _ = try ReleasePolicy(in: targets)
            currentTargets = targets
            enter(TopRole.targets.name, targets.header.version, bytes)
        }

        /// Top-level targets as they are now.
        package func targets() throws -> Targets {
            guard let targets = currentTargets ?? storedTargets else {
                throw Refused.notInSnapshot(TopRole.targets.name)
            }
            return targets
        }

        /// Adds an object or a programme, or replaces the one of that name; its name begins with that of its role.
        package mutating func add(_ name: TargetName, _ file: TargetFile) throws {
            let role = try Self.role(of: name)
            guard try isOurs(role) else { throw Refused.notDelegated(role) }
            let bin = bins(of: role).bin(for: name.text)
            var targets = try self.role(bin)
            guard targets.files[name.text] != file else { return }
            targets.files[name.text] = file
            roles[bin] = targets
        }

        /// The object or programme of that name as it will be after this publication; nil where there is none.
        package func target(_ name: TargetName) throws -> TargetFile? {
            try role(bins(of: try Self.role(of: name)).bin(for: name.text)).files[name.text]
        }

        private static func role(of name: TargetName) throws(Refused) -> ExactText {
            for role in [objectsRole, Programme.role] where name.text.string.hasPrefix("\(role)/") {
                return role
            }
            throw Refused.unusableName(name.text)
        }

        /// Whether targets delegates the role to our key.
        func isOurs(_ role: ExactText) throws -> Bool {
            let delegated = try targets().delegations?.authority(of: role)
            return delegated?.identities.contains(key(of: role).publicKey.identity) == true
        }

        /// The delegated role whose bin that is, or that it is itself.
        static func delegated(_ name: ExactText) -> ExactText {
            name == Programme.role || name.string.hasPrefix("\(Programme.role)-")
                ? Programme.role : objectsRole
        }

        func key(of name: ExactText) -> SigningKey {
            Self.delegated(name) == Programme.role ? programmesKey : key
        }

        /// Signs all that is new or would end soon, and tells what is to be written; empty when nothing is.
        ///
        /// - Parameters:
        ///   - mark: how far the ledger is.
        ///   - isMarkDue: whether the mark must be told though all is fresh.
        package mutating func files(mark: LedgerMark?, isMarkDue: Bool = false) throws -> [Repository.File] {
            guard snapshot.file(of: TopRole.targets.name) != nil else {
                throw Refused.notInSnapshot(TopRole.targets.name)
            }
            if hasOtherKey { try forgetForeignJumps() }
            try renewBins(of: Self.objectsRole)
            if try isOurs(Programme.role) { try renewBins(of: Programme.role) }
            for (name, targets) in roles.sorted(by: { $0.key < $1.key }) { try sign(targets, as: name) }
            roles = [:]
            if hasNewSnapshot || isDue(snapshot.header, lifetimes.snapshot) {
                snapshot.header.version = try next(after: snapshot.header.version, TopRole.snapshot.name)
                snapshot.header.expires = now.adding(seconds: lifetimes.snapshot)
                let bytes = signed(snapshot)
                timestamp.snapshot = MetaFile(version: snapshot.header.version, of: bytes)
                newFiles.append(
                    Repository.File(path: "\(snapshot.header.version).snapshot.json", bytes: bytes))
            } else if !isMarkDue, !isDue(timestamp.header, lifetimes.timestamp) {
                return []
            }
            timestamp.header.version = try next(after: timestamp.header.version, TopRole.timestamp.name)
            timestamp.header.expires = now.adding(seconds: lifetimes.timestamp)
            timestamp = timestamp.marked(mark)
            newFiles.append(Repository.File(path: "timestamp.json", bytes: signed(timestamp)))
            defer { (newFiles, hasNewSnapshot, hasOtherKey) = ([], false, false) }
            return newFiles
        }

        private func bins(of role: ExactText) -> HashBins {
            HashBins(
                keys: RoleKeys(keyIDs: [key(of: role).publicKey.keyID], threshold: 1),
                bitLength: role == Programme.role ? Self.programmeBinBits : Self.binBits, namePrefix: role)
        }

        /// Half of its life is over, or all of it, or its key is no longer ours.
        private func isDue(_ header: Header, _ lifetime: Int64) -> Bool {
            hasOtherKey || header.expires.secondsSince1970 - now.secondsSince1970 < lifetime / 2
        }

        /// A role's first bins, and those whose end comes near: each is looked at only when the list of bins is.
        private mutating func renewBins(of role: ExactText) throws {
            let list = try stored(role)
            let bins = bins(of: role)
            // Targets may have given the role another key.
            let isSame = list?.delegations?.roles == .bins(bins)
            if let list, isSame, !isDue(list.header, lifetimes.objects) { return }
            for number in 0..<(1 << bins.bitLength) {
                let name = bins.name(UInt64(number))
                roles[name] = try self.role(name)
            }
            var targets = list ?? Targets(header: Header(version: 0, expires: now))
            targets.delegations = Delegations(keys: [key(of: role).publicKey], roles: .bins(bins))
            roles[role] = targets
        }

        /// The role as it is now; empty when it is new.
        private func role(_ name: ExactText) throws -> Targets {
            if let changed = roles[name] { return changed }
            return try stored(name) ?? Targets(header: Header(version: 0, expires: now))
        }

        private mutating func sign(_ targets: Targets, as name: ExactText) throws(Refused) {
            var targets = targets
            targets.header.version = try next(after: targets.header.version, name)
            targets.header.expires = now.adding(seconds: lifetimes.objects)
            enter(name, targets.header.version, signed(targets, by: key(of: name)))
        }

        private mutating func enter(_ name: ExactText, _ version: Int64, _ bytes: [UInt8]) {
            snapshot.files[ExactText("\(name).json")] = MetaFile(version: version, of: bytes)
            newFiles.append(Repository.File(path: "\(version).\(name).json", bytes: bytes))
            hasNewSnapshot = true
        }

        private func signed(_ role: some Role, by other: SigningKey? = nil) -> [UInt8] {
            var envelope = Envelope(signing: role)
            envelope.sign(with: other ?? key)
            return envelope.bytes
        }
    }
}
