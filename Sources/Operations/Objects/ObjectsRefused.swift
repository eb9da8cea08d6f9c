/// Why nothing is put into the store.
package enum ObjectsRefused: Refusal, Hashable {
    /// There is no first root yet.
    case noRoot
    /// A root or targets that don't follow what is there, with the reason in English.
    case notSigned(String)
    /// The root gives snapshot and timestamp to other keys than the server's one, of that identifier.
    case otherServerKey(String)
    /// A key would speak for persons and lie on the server at once, with the reason in English.
    case keysNotSeparate(String)
    /// No release by that digest is approved.
    case notApproved(persons: Int, threshold: Int64)
    /// The bytes are no rendition of the releases that are published with them.
    case noRelease
    /// The statement can't be read, with the reason in English.
    case unreadable(String)
    /// A programme is older than the one that is there, or orders what may not play; with the reason in English.
    case notPlayable(String)
    /// A withdrawal would stop nothing, with the reason in English.
    case stopsNothing(String)
    /// The store isn't as this office left it, with the reason in English.
    case changed(String)
    /// The ledger no longer holds the entry that the store's timestamp names, such as `5:ce62…`.
    case ledgerLost(String)
    /// Another server is at it.
    case busy

    package var code: String {
        switch self {
        case .noRoot: "objects.no-root"
        case .notSigned: "objects.not-signed"
        case .otherServerKey: "objects.other-server-key"
        case .keysNotSeparate: "objects.keys-not-separate"
        case .notApproved: "objects.not-approved"
        case .noRelease: "objects.no-release"
        case .unreadable: "objects.unreadable"
        case .notPlayable: "objects.not-playable"
        case .stopsNothing: "objects.stops-nothing"
        case .changed: "objects.changed"
        case .ledgerLost: "objects.ledger-lost"
        case .busy: "objects.busy"
        }
    }

    package var vietnamese: String {
        switch self {
        case .noRoot: "Kho chưa có tệp gốc (root)."
        case .notSigned(let reason): "Tệp không được ký đúng: \(reason)."
        case .otherServerKey(let key):
            "Tệp gốc (root) không trao vai trò snapshot và timestamp cho khóa \(key) của máy chủ."
        case .keysNotSeparate(let reason): "Khóa của người và khóa của máy chủ phải khác nhau: \(reason)."
        case .notApproved(let persons, let threshold):
            "Bản phát hành mới được \(persons) người phê duyệt, cần \(threshold) người."
        case .noRelease: "Tệp không thuộc bản phát hành nào được đưa vào cùng lúc."
        case .unreadable(let reason): "Không đọc được: \(reason)."
        case .notPlayable(let reason): "Chương trình phát không được nhận: \(reason)."
        case .stopsNothing(let reason): "Lệnh thu hồi này không dừng được gì: \(reason)."
        case .changed(let reason): "Kho không còn như máy chủ đã ghi: \(reason)."
        case .ledgerLost(let mark): "Sổ cái không còn mục \(mark) mà kho đã công bố."
        case .busy: "Một máy chủ khác đang ghi vào kho. Hãy thử lại sau một phút."
        }
    }

    package var english: String {
        switch self {
        case .noRoot: "the store has no root yet"
        case .notSigned(let reason): "not signed as it must be: \(reason)"
        case .otherServerKey(let key):
            "the root doesn't give both snapshot and timestamp to the server's key \(key), with 1 key to sign: "
                + "one key of the server signs both (docs/trust/ceremony.md)"
        case .keysNotSeparate(let reason): "keys of persons and of the server must differ: \(reason)"
        case .notApproved(let persons, let threshold):
            "the release is approved by \(persons) of the \(threshold) persons that it needs"
        case .noRelease: "the file is no rendition of the releases that are published with it"
        case .unreadable(let reason): "it can't be read: \(reason)"
        case .notPlayable(let reason): "the programme isn't taken: \(reason)"
        case .stopsNothing(let reason): "the withdrawal would stop nothing: \(reason)"
        case .changed(let reason):
            "the store isn't as this server left it: \(reason). Put it back from a backup or a mirror, and see who could "
                + "write to it (docs/trust/store.md)"
        case .ledgerLost(let mark):
            "the ledger no longer holds the entry \(mark) that the store's timestamp has made known, so no other is signed: "
                + "put the database back as it was; where these entries are lost for good, loa publish --lost-ledger \(mark) "
                + "says so in the ledger and goes on (docs/trust/store.md)"
        case .busy: "another server is writing to the store; try again in a minute"
        }
    }

    /// Whoever's lease ends would write beside another server: it leaves off before.
    package static func requireTime(until end: ContinuousClock.Instant) throws(ObjectsRefused) {
        guard ContinuousClock.now < end else { throw busy }
    }

    package var httpStatus: Int { self == .busy ? 503 : 422 }
    package var retryAfterSeconds: Int? { self == .busy ? 60 : nil }
}
