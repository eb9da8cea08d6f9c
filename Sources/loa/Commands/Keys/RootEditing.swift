import Trust

/// The options by which a root is changed.
struct RootEditing {
    static let daysOption = CommandDescription.Option("days", "N", "it ends in N days (default 365)")
    private static let longestDays = 3650
    private static let shortestPrefix = 8

    private let added: [(role: TUF.TopRole, text: String)]
    private let dropped: [(role: TUF.TopRole, text: String)]
    private let thresholds: [TUF.TopRole: Int64]
    private let days: Int

    init(_ arguments: Arguments, command: String) throws(UsageError) {
        added = try Self.pairs(arguments.values("add"), "add", command)
        dropped = try Self.pairs(arguments.values("drop"), "drop", command)
        days = try Self.days(arguments, command: command)
        var thresholds: [TUF.TopRole: Int64] = [:]
        for (role, text) in try Self.pairs(arguments.values("threshold"), "threshold", command) {
            guard let number = Int64(text), 1...100 ~= number, thresholds[role] == nil else {
                throw UsageError(
                    "--threshold takes ROLE=N once for each role, N from 1 to 100", command: command)
            }
            thresholds[role] = number
        }
        self.thresholds = thresholds
    }

    static func days(_ arguments: Arguments, command: String) throws(UsageError) -> Int {
        try arguments.number("days", in: 1...longestDays, command: command) ?? 365
    }

    /// Reads the files that are named.
    func edit(of old: TUF.Root?, now: TUF.Instant) throws -> TUF.RootEdit {
        var edit = TUF.RootEdit(expires: now.adding(seconds: Int64(days) * 86_400))
        edit.thresholds = thresholds
        edit.added = try added.map { role, path in .init(role: role, key: try RootFile.publicKey(path)) }
        guard let old else { return edit }
        for (role, name) in dropped { edit.dropped += try Self.places(of: name, in: old, roles: [role]) }
        return edit
    }

    /// Shows what the next root changes, and writes it when the person agrees.
    static func drawUp(
        _ edit: TUF.RootEdit, after old: TUF.Root, now: TUF.Instant, path: String, consent: Consent
    ) throws {
        let draft = RootDraft(try TUF.RootCeremony(try edit.root(after: old, now: now), after: old))
        try consent.ask(["This draws up the next root, in \(path):"] + draft.lines + [draft.digestLine])
        try CarriedFile.create(path, draft.bytes)
        Terminal.out(draft.signatureLines.joined(separator: "\n") + "\n")
    }

    /// Where a key stands that a person names by its holder or by the beginning of its identifier.
    static func places(
        of name: String, in root: TUF.Root, roles: [TUF.TopRole]
    ) throws -> [TUF.RootEdit.Place] {
        let found = root.keys.filter { keyID, key in
            // As texts, not byte for byte: keyboards differ in how they write accents.
            key.holder?.string == name
                || (name.utf8.count >= shortestPrefix && keyID.utf8.starts(with: name.utf8))
        }
        guard found.count <= 1 else {
            throw CommandFailure(
                "several keys are called \(Terminal.shown(name)): name one by its identifier")
        }
        let places = roles.flatMap { role in
            found.values.filter { root.authority(of: role).identities.contains($0.identity) }
                .map { TUF.RootEdit.Place(role: role, key: $0) }
        }
        guard !places.isEmpty else {
            let list = roles.count == 1 ? " in \(roles[0].rawValue)" : ""
            let keys = root.keys.values.map(KeyWords.holder).sorted().map { "\n  \($0)" }.joined()
            throw CommandFailure(
                "there is no key \(Terminal.shown(name))\(list): name its holder, or the beginning of its identifier. "
                    + "The root's keys:\(keys)")
        }
        return places
    }

    private static func pairs(
        _ texts: [String], _ option: String, _ command: String
    ) throws(UsageError) -> [(role: TUF.TopRole, text: String)] {
        var pairs: [(role: TUF.TopRole, text: String)] = []
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let role = TUF.TopRole(rawValue: parts[0]) else {
                throw UsageError(
                    "--\(option) begins with root=, targets=, snapshot= or timestamp=, not \(text)",
                    command: command)
            }
            pairs.append((role, parts[1]))
        }
        return pairs
    }
}
