import Trust

/// `loa verify FILE|ENVELOPE`: who approved what, when and for where, and whether these are the approved bytes.
struct VerifyCommand: Command {
    static let description = CommandDescription(
        name: "verify", summary: "Tells who approved a release, and whether a file is what they approved.",
        operands: ["FILE|ENVELOPE"],
        options: [
            .init("root", "ROOT", "the public root that you trust"),
            .init(
                "objects", StorePlace.words,
                "the store of Loa: its folder, its address such as\nhttps://loa.example.vn/objects, or its bucket"
            ),
            .init(
                "metadata-dir", "DIR",
                "with --objects: keep there what is trusted, so that a store that was put back\nis refused the next time"
            ),
            .init(
                "targets", "FILE", "instead of --objects: targets in your hand, which may not be the newest"),
            .init(
                "release", "ENVELOPE",
                "the release that FILE is said to belong to (default: sought in the store)"),
            .init("withdrawal", "ENVELOPE", "a withdrawal in your hand", repeats: true),
            .init(
                "at", "TIME",
                "judge the release as of a time such as 2026-11-21T05:00:00Z (default: now);\nof a programme: what is on then"
            ),
            .init(
                "place", "AREA",
                "also: may it play there? vn, 15 or 15/02701; a programme: on a device there"),
            .init(
                "channel", "KIND",
                "with --place: \(ChannelKind.allCases.map(\.rawValue).joined(separator: ", "))"),
        ] + BucketOptions.options,
        details: """
            ENVELOPE is a signed release; FILE is a picture, a sound or whatever else was shown or heard, or a programme, whose
            items are judged one by one. Nothing but ROOT is believed.
            Exit codes: 0 approved, not withdrawn, and FILE or the place is as approved; 1 not so, with the reason;
            64 wrong command line.
            """)

    /// Bytes of one rendition at hand.
    private static let fileLimitBytes = 512 << 20

    private let path: String
    private let rootPath: String
    private let objects: StorePlace?
    private let metadataFolder: String?
    private let targetsPath: String?
    private let releasePath: String?
    private let withdrawalPaths: [String]
    /// Nil where nobody asked for one: then it is now.
    private let instantAsked: TUF.Instant?
    private let instant: TUF.Instant
    private let place: (area: Area, channel: ChannelKind)?

    init(_ arguments: Arguments) throws(UsageError) {
        let name = Self.description.name
        path = arguments.operands[0]
        rootPath = try arguments.required("root", of: Self.description)
        objects = try arguments.value("objects").map { named throws(UsageError) in
            try StorePlace(named, arguments, command: name)
        }
        targetsPath = arguments.value("targets")
        guard (objects == nil) != (targetsPath == nil) else {
            throw UsageError("it needs --objects or --targets, and not both", command: name)
        }
        metadataFolder = arguments.value("metadata-dir")
        guard metadataFolder == nil || objects != nil else {
            throw UsageError("--metadata-dir goes with --objects", command: name)
        }
        releasePath = arguments.value("release")
        withdrawalPaths = arguments.values("withdrawal")
        instantAsked = try arguments.value("at").map { text throws(UsageError) in
            guard let instant = TUF.Instant(ExactText(text)) else {
                throw UsageError("--at takes a time such as 2026-11-21T05:00:00Z", command: name)
            }
            return instant
        }
        instant = instantAsked ?? Terminal.now
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
        let bytes = try CarriedFile.read(path, limit: Self.fileLimitBytes)
        var store = try objects.map {
            try VerifiedStore(
                $0, root: try CarriedFile.read(rootPath), start: Terminal.now, keptIn: metadataFolder)
        }
        let (policy, basis) = try self.basis(&store)
        if try store?.isDemonstration ?? RootFile.whole(rootPath).isDemonstration {
            Terminal.out(DemonstrationWords.warning + "\n")
        }
        let inHand = try releasePath.map { try CarriedFile.read($0) }
        if let programme = try? Programme(reading: Programme.canonical(bytes)) {
            let verdict = try ProgrammeVerdict(
                programme, policy: policy, store: &store, envelopes: inHand.map { [$0] } ?? [],
                withdrawals: try withdrawalsInHand(policy), device: place,
                instant: instantAsked)
            return Self.tell(verdict.lines + [basis], isGood: verdict.isGood)
        }
        let isEnvelope = (try? StatementEnvelope(reading: bytes)) != nil
        guard !isEnvelope || inHand == nil else {
            throw CommandFailure(
                "\(Terminal.shown(path)) is a release itself: --release names one for another file")
        }
        let named = isEnvelope ? bytes : inHand
        let envelopes = try named.map { [$0] } ?? store?.releases(of: bytes) ?? []
        guard !envelopes.isEmpty else {
            Terminal.out("No release is known that has \(Terminal.shown(path)).\n")
            return .failed
        }
        var verdicts: [ReleaseVerdict] = []
        var unreadable: [String] = []
        for envelope in envelopes {
            let signed: SignedRelease
            do { signed = try SignedRelease(reading: envelope, policy: policy) } catch {
                guard named == nil else { throw error }
                // Whoever publishes junk beside a release doesn't hide it.
                unreadable.append("The store also names a release that can't be read: \(error).")
                continue
            }
            verdicts.append(try verdict(signed, policy, isEnvelope ? nil : bytes, &store))
        }
        let count =
            verdicts.count < 2 ? [] : ["\(verdicts.count) releases have it; one that is good is enough."]
        // Each was approved by itself: one that was withdrawn doesn't stop the others.
        let lines = count + verdicts.flatMap(\.lines) + unreadable + [basis]
        return Self.tell(lines, isGood: verdicts.contains(where: \.isGood))
    }

    private func verdict(
        _ signed: SignedRelease, _ policy: ReleasePolicy, _ file: [UInt8]?, _ store: inout VerifiedStore?
    ) throws -> ReleaseVerdict {
        let stored = try store?.withdrawals(of: signed.digest) ?? []
        return ReleaseVerdict(
            signed: signed, withdrawals: try withdrawalsInHand(policy) + readable(stored, policy),
            policy: policy, instant: instant, place: place, file: file.map { (path, $0) })
    }

    private static func tell(_ lines: [String], isGood: Bool) -> ExitCode {
        Terminal.out(lines.joined(separator: "\n") + "\n")
        return isGood ? .done : .failed
    }

    /// Throws where one that the person gave says nothing: who gives it believes that it counts.
    private func withdrawalsInHand(_ policy: ReleasePolicy) throws -> [SignedWithdrawal] {
        try withdrawalPaths.map { path in
            let bytes = try CarriedFile.read(path)
            let withdrawal: SignedWithdrawal
            do { withdrawal = try SignedWithdrawal(reading: bytes, policy: policy) } catch {
                throw CommandFailure("\(Terminal.shown(path)) is no signed withdrawal: \(error)")
            }
            if withdrawal.signers.isEmpty {
                Terminal.note("\(Terminal.shown(path)) stops nothing: nobody of the policy has signed it")
            }
            return withdrawal
        }
    }

    /// What isn't a withdrawal of ours stops nothing.
    private func readable(_ envelopes: [[UInt8]], _ policy: ReleasePolicy) -> [SignedWithdrawal] {
        envelopes.compactMap { try? SignedWithdrawal(reading: $0, policy: policy) }
    }

    /// The policy that counts, and in words where it stands.
    private func basis(_ store: inout VerifiedStore?) throws -> (ReleasePolicy, basis: String) {
        guard var known = store else { return try policyInHand() }
        let basis = try (known.policy(), known.basis())
        store = known
        return basis
    }

    /// Of targets in the hand: whether there are newer ones can't be told.
    private func policyInHand() throws -> (ReleasePolicy, basis: String) {
        let root = try RootFile.whole(rootPath)
        let targets = try RootFile.targets(targetsPath ?? "", root: root)
        guard min(root.header.expires, targets.header.expires) > instant else {
            throw CommandFailure("the root or the targets ended before \(instant): take newer ones")
        }
        return (
            try ReleasePolicy(in: targets),
            "Judged by the targets in your hand, of version \(targets.header.version), good until "
                + "\(targets.header.expires); there may be newer ones."
        )
    }
}
