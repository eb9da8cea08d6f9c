extension TUF {
    /// Why a root isn't drawn up as asked: it would leave a role that nobody can sign for, or a thief of the server too
    /// near to it.
    package enum RootEditRefused: Error, Sendable, Hashable, CustomStringConvertible {
        case tooFewKeys(role: TopRole, keys: Int, threshold: Int64)
        case alreadyThere(role: TopRole, keyID: ExactText)
        case notThere(role: TopRole, keyID: ExactText)
        /// The key would sign offline and lie on the server at once.
        case onlineAndOffline(keyID: ExactText)
        case expiresTooEarly(Instant)
        /// Anybody may have the key.
        case demonstrationKey(keyID: ExactText)

        package var description: String {
            switch self {
            case .tooFewKeys(let role, let keys, let threshold):
                "\(role.rawValue) would have \(keys) keys, and \(threshold) of them must sign"
            case .alreadyThere(let role, let keyID): "\(role.rawValue) has the key \(keyID) already"
            case .notThere(let role, let keyID): "\(role.rawValue) has no key \(keyID)"
            case .onlineAndOffline(let keyID):
                "the key \(keyID) can't sign root or targets and lie on the server for snapshot or timestamp"
            case .expiresTooEarly(let instant): "it would have expired at \(instant)"
            case .demonstrationKey(let keyID):
                "the key \(keyID) is a demonstration's, which anybody may have: make one of your own"
            }
        }
    }

    /// What whoever leads a ceremony wants of the next root, or of the first one.
    package struct RootEdit: Sendable {
        package struct Place: Sendable, Hashable {
            package let role: TopRole
            package let key: PublicKey

            package init(role: TopRole, key: PublicKey) {
                self.role = role
                self.key = key
            }
        }

        package var added: [Place] = []
        package var dropped: [Place] = []
        package var thresholds: [TopRole: Int64] = [:]
        package var expires: Instant
        /// Whether the root is marked as one whose keys anybody may have; once marked it stays so.
        package var isDemonstration = false

        /// Two of the persons behind root and targets must agree; snapshot and timestamp are the server's own.
        package static let standardThresholds: [TopRole: Int64] = [
            .root: 2, .targets: 2, .snapshot: 1, .timestamp: 1,
        ]

        package init(expires: Instant) {
            self.expires = expires
        }

        /// The root as edited.
        ///
        /// - Parameters:
        ///   - old: the root before; nil for the first one of all.
        ///   - now: when it is drawn up.
        package func root(after old: Root?, now: Instant) throws(RootEditRefused) -> Root {
            guard expires > now else { throw RootEditRefused.expiresTooEarly(expires) }
            var root = old ?? Root(header: Header(version: 0, expires: expires))
            root.header.version += 1
            root.header.expires = expires
            if isDemonstration { root.header.markAsDemonstration() }
            for role in TopRole.allCases {
                let before = root.authority(of: role)
                let keys = try edited(before.keyIDs.compactMap { before.keys[$0] }, role)
                let standard = old == nil ? Self.standardThresholds[role] : nil
                let threshold = thresholds[role] ?? standard ?? before.threshold
                guard threshold >= 1, Int64(Set(keys.map(\.identity)).count) >= threshold else {
                    throw RootEditRefused.tooFewKeys(role: role, keys: keys.count, threshold: threshold)
                }
                root.setKeys(keys, threshold: threshold, of: role)
            }
            if let key = root.keyOnlineAndOffline {
                throw RootEditRefused.onlineAndOffline(keyID: key.keyID)
            }
            if !root.header.isDemonstration, let key = root.keys.values.first(where: \.isDemonstration) {
                throw RootEditRefused.demonstrationKey(keyID: key.keyID)
            }
            return root
        }

        private func edited(_ keys: [PublicKey], _ role: TopRole) throws(RootEditRefused) -> [PublicKey] {
            var keys = keys
            for place in dropped where place.role == role {
                guard let at = keys.firstIndex(where: { $0.identity == place.key.identity }) else {
                    throw RootEditRefused.notThere(role: role, keyID: place.key.keyID)
                }
                keys.remove(at: at)
            }
            for place in added where place.role == role {
                guard !keys.contains(where: { $0.identity == place.key.identity }) else {
                    throw RootEditRefused.alreadyThere(role: role, keyID: place.key.keyID)
                }
                keys.append(place.key)
            }
            return keys
        }
    }
}
