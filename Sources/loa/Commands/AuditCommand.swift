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
        ] + BucketOptions.options + [DatabaseOption.option, DataFolder.option],
        details: """
            A chain alone can't show that its last entries were left out. Keep the head that each audit prints,
            outside this machine, and give it to the next; or let --objects take it from what players have fetched.
            Exit codes: 0 the ledger is whole, 1 it is broken or can't be read.
            """)

    private let address: DatabaseAddress
    private let head: LedgerHead?
    /// The store, and the root by which it is believed.
    private let store: (place: StorePlace, rootPath: String)?

    init(_ arguments: Arguments) throws(UsageError) {
        head = try arguments.value("head").map { text throws(UsageError) in
            guard let head = LedgerHead(printed: text) else {
                throw UsageError(
                    "--head takes what an audit printed, such as 12:52eb…", command: Self.description.name)
            }
            return head
        }
        switch (arguments.value("objects"), arguments.value("root")) {
        case (nil, nil): store = nil
        case (let objects?, let root?):
            store = (try StorePlace(objects, arguments, command: Self.description.name), root)
        default: throw UsageError("--objects and --root belong together", command: Self.description.name)
        }
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        var report = try await verify(head)
        if report.fault == nil, let told = try storedHead() {
            Terminal.out("The store's timestamp says: \(told.printed)\n")
            report = try await verify(told)
        }
        if let fault = report.fault {
            Terminal.out("The ledger is broken at entry \(fault.sequence): \(Self.words(fault.reason))\n")
            return .failed
        }
        Terminal.out("The ledger is whole: \(report.entries) entries.\n")
        if let head = report.head { Terminal.out("Head: \(head.printed)\n") }
        return .done
    }

    private func verify(_ head: LedgerHead?) async throws -> LedgerReport {
        try await DatabaseOption.withPool(address, creating: false) { pool in
            try await VerifyLedger(head: head).run(in: Office(pool: pool), as: .commandLine)
        }
    }

    /// The head that the store's newest timestamp names; nil where no store was named.
    private func storedHead() throws -> LedgerHead? {
        guard let store else { return nil }
        var verified = try VerifiedStore(
            store.place, root: try CarriedFile.read(store.rootPath), start: Terminal.now)
        let mark = try verified.ledgerMark()
        if verified.isDemonstration { Terminal.out(DemonstrationWords.warning + "\n") }
        guard let mark else {
            throw CommandFailure("the store's timestamp says nothing of the ledger")
        }
        return LedgerHead(sequence: mark.size, hash: mark.head)
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
    /// One word to be kept elsewhere: the entry's number, a colon, its hash in hexadecimal digits.
    var printed: String {
        "\(sequence):" + hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Reads that word; nil where it is none.
    init?(printed: String) {
        let parts = printed.split(separator: ":")
        guard parts.count == 2, let sequence = Int64(parts[0]), sequence > 0, parts[1].utf8.count == 64 else {
            return nil
        }
        let digits = parts[1].utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 64 else { return nil }
        self.init(
            sequence: sequence,
            hash: stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) })
    }
}
