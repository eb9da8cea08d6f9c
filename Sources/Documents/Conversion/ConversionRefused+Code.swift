/// A name for each refusal that a table may keep and any server may turn into the sentence again.
extension ConversionRefused {
    /// Such as `damaged:pdf` or `mismatch:pdf:docx`; words of ours, never any of the file's.
    package var code: String {
        switch self {
        case .empty: "empty"
        case .tooLarge: "tooLarge"
        case .unknownKind: "unknownKind"
        case .notAccepted(let kind): "notAccepted:\(kind.rawValue)"
        case .mismatch(let name, let found): "mismatch:\(name):\(found.rawValue)"
        case .twoKinds: "twoKinds"
        case .passwordProtected: "passwordProtected"
        case .damaged(let kind): "damaged:\(kind.rawValue)"
        case .brokenText: "brokenText"
        case .tooManyPages(let count): "tooManyPages:\(count)"
        case .tooManyPagesToRecognise(let count): "tooManyPagesToRecognise:\(count)"
        case .pictureTooLarge: "pictureTooLarge"
        case .expandsTooMuch: "expandsTooMuch"
        case .textTooLong: "textTooLong"
        case .tookTooLong: "tookTooLong"
        case .noText: "noText"
        case .tooBusy: "tooBusy"
        case .secrecyMark: "secrecyMark"
        }
    }

    private static let plain: [ConversionRefused] = [
        .empty, .tooLarge, .unknownKind, .twoKinds, .passwordProtected, .brokenText, .pictureTooLarge,
        .expandsTooMuch, .textTooLong, .tookTooLong, .noText, .tooBusy, .secrecyMark,
    ]

    /// Nil for what isn't such a code.
    package init?(code: String) {
        let parts = code.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("notAccepted", 2):
            guard let kind = FileKind.Foreign(rawValue: parts[1]) else { return nil }
            self = .notAccepted(kind)
        case ("mismatch", 3):
            // Only endings that Loa knows are ever named.
            guard let kind = FileKind(rawValue: parts[2]),
                FileKind.allCases.contains(where: { $0.endings.contains(parts[1]) })
            else { return nil }
            self = .mismatch(named: parts[1], found: kind)
        case ("damaged", 2):
            guard let kind = FileKind(rawValue: parts[1]) else { return nil }
            self = .damaged(kind)
        case ("tooManyPages", 2):
            guard let count = Int(parts[1]) else { return nil }
            self = .tooManyPages(count)
        case ("tooManyPagesToRecognise", 2):
            guard let count = Int(parts[1]) else { return nil }
            self = .tooManyPagesToRecognise(count)
        default:
            guard let found = Self.plain.first(where: { $0.code == code }) else { return nil }
            self = found
        }
    }
}
