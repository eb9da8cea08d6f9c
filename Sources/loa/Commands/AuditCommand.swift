import Domain
import Operations
import SQL
import Store
import Trust

/// `loa audit`: verifies the ledger's chain.
struct AuditCommand: Command {
    static let description = CommandDescription(
        name: "audit", summary: "Verifies the ledger and says where it breaks.",
        options: [
            .init("head", "HEAD", "the head that an earlier audit printed: finds entries cut off the end"),
            .init(
                "objects", StorePlace.words,
                "the store of players: the ledger must hold what its timestamp says of it"),
            .init("root", "ROOT", "with --objects: the public root that you trust"),
            .init(
                "timestamp", "FILE",
                "with --objects: a timestamp.json that somebody kept, even if it has ended", repeats: true),
        ] + BucketOptions.options + [DatabaseOption.option, DataFolder.option],
        details: """
            A chain alone can't show that its last entries were left out. Keep the head that each audit prints,
            outside this machine, and give it to the next; or let --objects take it from what players have fetched. Of a
            timestamp it asks who signed it and what it says, not whether it is still good.
            Exit codes: 0 the ledger is whole, 1 it is broken or can't be read.
            """)

    private let address: DatabaseAddress
    private let head: LedgerHead?
    /// The store, and the root by which it is believed.
    private let store: (place: StorePlace, rootPath: String)?
    private let timestampPaths: [String]

    init(_ arguments: Arguments) throws(UsageError) {
        head = try arguments.value("head").map { text throws(UsageError) in
            guard let head = TUF.LedgerMark(printed: text) else {
                throw UsageError(
                    "--head takes what an audit printed, such as 12:52eb…", command: Self.description.name)
            }
            return LedgerHead(head)
        }
        timestampPaths = arguments.values("timestamp")
        switch (arguments.value("objects"), arguments.value("root")) {
        case (nil, nil): store = nil
        case (let objects?, let root?):
            store = (try StorePlace(objects, arguments, command: Self.description.name), root)
        default: throw UsageError("--objects and --root belong together", command: Self.description.name)
        }
        guard timestampPaths.isEmpty || store != nil else {
            throw UsageError("--timestamp goes with --objects and --root", command: Self.description.name)
        }
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        var report = try await verify(head)
        for told in try toldHeads() where report.fault == nil { report = try await verify(told) }
        if let fault = report.fault {
            Terminal.out("The ledger is broken at entry \(fault.sequence): \(Self.words(fault.reason))\n")
            return .failed
        }
        Terminal.out("The ledger is whole: \(report.entries) entries.\n")
        if let head = report.head { Terminal.out("Head: \(head.mark.printed)\n") }
        return .done
    }

    private func verify(_ head: LedgerHead?) async throws -> LedgerReport {
        try await DatabaseOption.withPool(address, creating: false) { pool in
            try await VerifyLedger(head: head).run(in: Office(pool: pool), as: .commandLine)
        }
    }

    /// What the store's timestamp says of the ledger, and what those say that somebody kept.
    private func toldHeads() throws -> [LedgerHead] {
        guard let store else { return [] }
        let root = try CarriedFile.read(store.rootPath)
        var files = StoreFiles(store.place)
        guard let newest = try files.metadata("timestamp.json", limit: TUF.Limits().timestampBytes) else {
            throw CommandFailure("the store has no timestamp")
        }
        let all =
            try [("The store's timestamp", newest)]
            + timestampPaths.map { path in
                ("The timestamp in \(Terminal.shown(path))", try CarriedFile.read(path))
            }
        return try all.enumerated().map { at, told in
            let kept = try TUF.KeptTimestamp(told.1, root: root, source: &files)
            if at == 0, kept.root.isDemonstration { Terminal.out(DemonstrationWords.warning + "\n") }
            return try tell(kept, told.0)
        }
    }

    private func tell(_ kept: TUF.KeptTimestamp, _ name: String) throws -> LedgerHead {
        let header = kept.timestamp.header
        guard let mark = TUF.LedgerMark(in: kept.timestamp) else {
            throw CommandFailure("\(name) says nothing of the ledger")
        }
        let end = header.expires > Terminal.now ? "good until" : "ended at"
        let keys = kept.isOfFormerKeys ? ", signed by keys that root has taken away since" : ""
        Terminal.out(
            "\(name) says: \(mark.printed) (version \(header.version), \(end) \(header.expires)\(keys))\n")
        return LedgerHead(mark)
    }

    private static func words(_ reason: LedgerFault.Reason) -> String {
        switch reason {
        case .gap: "its number is missing or out of order, so an entry was taken out or put in"
        case .wrongPrevious: "it does not follow the entry before it"
        case .wrongHash: "its content is not what was recorded"
        case .cut: "the ledger ends before the head that was kept, or was emptied"
        case .otherHead: "it is another entry than the head that was kept"
        }
    }
}

extension LedgerHead {
    fileprivate init(_ mark: TUF.LedgerMark) { self.init(sequence: mark.size, hash: mark.head) }

    fileprivate var mark: TUF.LedgerMark { TUF.LedgerMark(size: sequence, head: hash) }
}
