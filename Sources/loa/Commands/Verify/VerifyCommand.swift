import Trust

/// `loa verify FILE|ENVELOPE`: who approved what, when and for where, and whether these are the approved bytes.
struct VerifyCommand: Command {
    static let description = CommandDescription(
        name: "verify", summary: "Tells who approved a release, and whether a file is what they approved.",
        operands: ["FILE|ENVELOPE"],
        options: [
            .init("root", "ROOT", "the public root that you trust"),
            .init(
                "objects", "DIR|URL",
                "the store of Loa: its metadata, and in DIR its releases and withdrawals"),
            .init(
                "targets", "FILE", "instead of --objects: targets in your hand, which may not be the newest"),
            .init(
                "release", "ENVELOPE", "the release that FILE is said to belong to (default: sought in DIR)"),
            .init("withdrawal", "ENVELOPE", "a withdrawal in your hand", repeats: true),
            .init("at", "TIME", "judge as of a time such as 2026-11-21T05:00:00Z (default: now)"),
            .init("place", "AREA", "also: may it play there? vn, 15 or 15/02701"),
            .init(
                "channel", "KIND",
                "with --place: \(ChannelKind.allCases.map(\.rawValue).joined(separator: ", "))"),
        ],
        details: """
            ENVELOPE is a signed release; FILE is a picture, a sound or whatever else was shown or heard. Nothing but ROOT is
            believed. Withdrawals in a store behind a URL aren't listed there: name those that you have.
            Exit codes: 0 approved, not withdrawn, and FILE or the place is as approved; 1 not so, with the reason;
            64 wrong command line.
            """)

    private let path: String
    private let rootPath: String
    private let objects: String?
    private let targetsPath: String?
    private let releasePath: String?
    private let withdrawalPaths: [String]
    private let instant: TUF.Instant
    private let place: (area: Area, channel: ChannelKind)?

    init(_ arguments: Arguments) throws(UsageError) {
        let name = Self.description.name
        path = arguments.operands[0]
        rootPath = try arguments.required("root", of: Self.description)
        objects = arguments.value("objects")
        targetsPath = arguments.value("targets")
        guard (objects == nil) != (targetsPath == nil) else {
            throw UsageError("it needs --objects or --targets, and not both", command: name)
        }
        releasePath = arguments.value("release")
        withdrawalPaths = arguments.values("withdrawal")
        instant =
            try arguments.value("at").map { text throws(UsageError) in
                guard let instant = TUF.Instant(ExactText(text)) else {
                    throw UsageError("--at takes a time such as 2026-11-21T05:00:00Z", command: name)
                }
                return instant
            } ?? Terminal.now
        switch (arguments.value("place"), arguments.value("channel")) {
        case (nil, nil): place = nil
        case (let area?, let channel?):
            guard let area = Area(ExactText(area)), let channel = ChannelKind(rawValue: channel) else {
                throw UsageError(
                    "--place takes vn, 15 or 15/02701, and --channel one of its kinds", command: name)
            }
            place = (area, channel)
        default: throw UsageError("--place and --channel belong together", command: name)
        }
    }

    func run() async throws -> ExitCode {
        let policy = try self.policy()
        let store = ObjectFolder(objects)
        let bytes = try CarriedFile.read(path)
        let isEnvelope = (try? StatementEnvelope(reading: bytes)) != nil
        guard
            let envelope = isEnvelope
                ? bytes : try releasePath.map({ try CarriedFile.read($0) }) ?? store.release(of: bytes)
        else {
            Terminal.out("No release is known that has \(Terminal.shown(path)).\n")
            return .failed
        }
        let signed = try SignedRelease(reading: envelope, policy: policy)
        let withdrawals = try (withdrawalPaths.map { try CarriedFile.read($0) } + store.withdrawals())
            .compactMap {
                // What isn't a withdrawal of ours stops nothing.
                try? SignedWithdrawal(reading: $0, policy: policy)
            }
        let verdict = ReleaseVerdict(
            signed: signed, withdrawals: withdrawals, policy: policy, instant: instant, place: place,
            file: isEnvelope ? nil : (path, bytes))
        Terminal.out(verdict.lines.joined(separator: "\n") + "\n")
        return verdict.isGood ? .done : .failed
    }

    private func policy() throws -> ReleasePolicy {
        if let targetsPath {
            let root = try RootFile.whole(rootPath)
            let targets = try RootFile.targets(targetsPath, root: root)
            guard min(root.header.expires, targets.header.expires) > instant else {
                throw CommandFailure("the root or the targets ended before \(instant): take newer ones")
            }
            return try ReleasePolicy(in: targets)
        }
        let source = try ObjectMetadata(objects ?? "")
        let store = RememberedMetadata(root: try CarriedFile.read(rootPath))
        var updater = try TUF.Updater(source: source, store: store, start: instant)
        return try ReleasePolicy(in: try updater.topLevelTargets())
    }
}
