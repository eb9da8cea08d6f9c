import Domain
import Operations
import SQL
import Trust

/// `loa publish`: puts what people signed into the store of players.
struct PublishCommand: Command {
    static let description = CommandDescription(
        name: "publish", summary: "Puts what people signed and approved into the store of players.",
        options: [
            .init("objects", BucketOptions.place, "the store; made where there is none"),
            .init("objects-key", "FILE", "the server's secret file; $LOA_OBJECTS_PASSPHRASE opens it"),
            .init("root", "FILE", "a root, signed; several in their order", repeats: true),
            .init("targets", "FILE", "top-level targets, signed"),
            .init("release", "ENVELOPE", "a release, approved", repeats: true),
            .init("withdrawal", "ENVELOPE", "a withdrawal", repeats: true),
            .init("file", "FILE", "a rendition of one of these releases", repeats: true),
            .init(
                "programme", "FILE", "a day's order in one place (docs/trust/programmes.md)", repeats: true),
            .init("programmes-key", "FILE", "where programmes have a key of their own; the same passphrase"),
            .init(
                "lost-ledger", "HEAD",
                "the ledger's last entries are lost for good, up to this one that the timestamp\nnames, such as 12:52eb…: say so in the ledger and go on"
            ),
        ] + BucketOptions.options + [DatabaseOption.option, DataFolder.option],
        details: """
            Players find the old store or the new one at every instant. Without anything to put, what would end soon is
            signed anew. The ledger's head stands in each timestamp; loa audit --objects compares it.
            Exit codes: 0 done, 1 refused, 64 wrong command line.
            """)

    private let store: ObjectStore
    private let keyPath: String
    private let lostLedger: TUF.LedgerMark?
    private let arguments: Arguments
    private let address: DatabaseAddress

    init(_ arguments: Arguments) throws(UsageError) {
        store = try BucketOptions.store(
            try arguments.required("objects", of: Self.description), arguments, command: Self.description.name
        )
        keyPath = try arguments.required("objects-key", of: Self.description)
        lostLedger = try arguments.value("lost-ledger").map { text throws(UsageError) in
            guard let mark = TUF.LedgerMark(printed: text) else {
                throw UsageError(
                    "--lost-ledger takes what the refusal named, such as 12:52eb…",
                    command: Self.description.name)
            }
            return mark
        }
        self.arguments = arguments
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        var changes = ObjectChanges()
        func files(_ option: String) throws -> [[UInt8]] {
            try arguments.values(option).map { try CarriedFile.read($0, limit: ObjectStore.objectLimitBytes) }
        }
        changes.roots = try files("root")
        changes.targets = try files("targets").first
        changes.releases = try files("release")
        changes.withdrawals = try files("withdrawal")
        changes.renditions = try files("file")
        changes.programmes = try files("programme")
        changes.lostLedger = lostLedger
        let key = try ObjectOptions.key(in: keyPath)
        let programmesKey = try arguments.value("programmes-key").map { try ObjectOptions.key(in: $0) }
        let written = try await DatabaseOption.withPool(address, creating: false) { [changes] pool in
            try await PublishObjects(
                changes, into: store, key: key, programmesKey: programmesKey, as: BackgroundWork.holder()
            ).run(in: Office(pool: pool), as: .commandLine)
        }
        Terminal.out(
            written.isEmpty
                ? "All is there already, and fresh.\n" : "Published \(written.joined(separator: ", ")).\n")
        return .done
    }
}
