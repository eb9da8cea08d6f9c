import Download
import Foundation
import Trust

/// `loa-player trust`: begins, refreshes and uses what the device trusts.
struct TrustCommand {
    private let arguments: TrustArguments

    init(_ arguments: TrustArguments) {
        self.arguments = arguments
    }

    /// Returns what it held in memory: at the end of the process nobody needs to take it apart piece by piece.
    func perform() throws -> Any {
        switch arguments.action {
        case .initialise(let path): return try initialise(path)
        case .refresh(let url):
            let metadata = try MetadataFolder(arguments.metadataFolder)
            var updater = try updater(url, metadata)
            try settling(metadata.settle) { try updater.refresh() }
            return updater
        case .download(let url, let targets, let baseURL, let folder):
            let metadata = try MetadataFolder(arguments.metadataFolder)
            var updater = try updater(url, metadata)
            try settling(metadata.settle) {
                // Whatever becomes of the names: what is trusted is up to date before the first of them.
                try updater.refresh()
                let targetFolder = try TargetFolder(folder, baseURL: baseURL, now: now)
                try settling(targetFolder.settle) {
                    for target in targets {
                        let file = try updater.find(ExactText(target))
                        let name = try TUF.TargetName(ExactText(target))
                        try targetFolder.keep(
                            name, file, isConsistent: updater.trusted.root.consistentSnapshot == true)
                    }
                }
            }
            return updater
        }
    }

    /// What was verified before a refusal is kept all the same.
    private func settling(_ settle: () throws -> Void, _ body: () throws -> Void) throws {
        let outcome = Result { try body() }
        try settle()
        try outcome.get()
    }

    /// Takes the root that was carried here by hand.
    ///
    /// It must be whole and signed by its own keys.
    private func initialise(_ path: String) throws {
        let limits = TUF.Limits()
        guard let bytes = try readFile(path, limit: limits.rootBytes) else {
            throw FileFailure(path: path, action: "read", code: ENOENT)
        }
        let trusted = try TUF.TrustedSet(root: bytes, start: now)
        try MetadataFolder(arguments.metadataFolder).save(bytes, of: TUF.TopRole.root.name)
        if trusted.root.isDemonstration {
            print("These are DEMONSTRATION KEYS (khóa thử nghiệm): anybody may make this device speak.")
        }
    }

    private func updater(
        _ url: String, _ metadata: MetadataFolder
    ) throws -> TUF.Updater<RepositoryAddress, MetadataFolder> {
        try TUF.Updater(source: RepositoryAddress(url), store: metadata, start: now)
    }

    private var now: TUF.Instant {
        TUF.Instant(secondsSince1970: Int64(Date().timeIntervalSince1970.rounded(.down)))
    }
}
