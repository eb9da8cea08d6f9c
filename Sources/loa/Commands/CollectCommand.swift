import Domain
import Operations
import SQL
import Trust

/// `loa collect`: deletes from the store of players what no unexpired metadata leads to.
struct CollectCommand: Command {
    static let description = CommandDescription(
        name: "collect", summary: "Deletes from the store of players what nobody is led to any more.",
        options: [
            .init("objects", BucketOptions.place, "the store"),
            .init("dry-run", nil, "only say what would be deleted"),
        ] + BucketOptions.options + [DatabaseOption.option, DataFolder.option],
        details: """
            A server with --objects-key does it by itself once a day. What goes are metadata below every snapshot that
            hasn't ended for a day, and objects that none of the others names; files younger than a day, roots and
            targets always stay. Each file is told, with its size. See docs/trust/store.md.
            Exit codes: 0 done, 1 refused or something in the store can't be read, 64 wrong command line.
            """)

    private let store: ObjectStore
    private let mode: CollectObjects.Mode
    private let address: DatabaseAddress

    init(_ arguments: Arguments) throws(UsageError) {
        store = try BucketOptions.store(
            try arguments.required("objects", of: Self.description), arguments, command: Self.description.name
        )
        mode = arguments.has("dry-run") ? .trial : .now
        address = try DatabaseOption.address(
            arguments, dataFolder: DataFolder.path(arguments), command: Self.description.name)
    }

    func run() async throws -> ExitCode {
        let files = try await DatabaseOption.withPool(address, creating: false) { [store, mode] pool in
            try await CollectObjects(from: store, as: BackgroundWork.holder(), mode).run(
                in: Office(pool: pool), as: .commandLine)
        }
        for file in files { Terminal.out("\(file.name) (\(file.sizeBytes) bytes)\n") }
        let bytes = files.reduce(0) { $0 + $1.sizeBytes }
        let verb = mode == .trial ? "Would delete" : "Deleted"
        Terminal.out(
            files.isEmpty
                ? "There is nothing to delete.\n" : "\(verb) \(files.count) files, \(bytes) bytes.\n")
        return .done
    }
}
