import Domain
import Foundation
import Operations
import Trust

/// The demonstration's store of players, and the keys that lead to it.
///
/// Made by the first start; later ones keep it. Below the data folder `objects` is the store, and `demo-keys` has what
/// people would carry.
struct DemoStore {
    /// Longer than anybody looks at a demonstration, shorter than a release may last.
    private static let days: Int64 = 1_000
    /// Longer than a server may hold the store.
    private static let patienceSeconds = 150
    private static let picture = "cua-khau-bo-y.vi.svg"

    let objects: ObjectOptions
    private let folder: String

    /// Makes the store where there is none.
    static func prepare(in data: String, _ office: Office) async throws -> DemoStore {
        let (path, keys) = ("\(data)/objects", DemoKeys(folder: "\(data)/demo-keys"))
        let store = ObjectStore(ObjectFolder(path))
        // The last file of a first publication: without it an earlier start was stopped on the way.
        if try store.metadata("timestamp.json") == nil {
            for folder in [path, keys.folder] where FileManager.default.fileExists(atPath: folder) {
                try FileManager.default.removeItem(atPath: folder)
            }
            try FileManager.default.createDirectory(
                atPath: keys.folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try await make(store, keys, office)
        }
        let key = try keys.open(DemoCeremony.server)
        if key == nil {
            Terminal.note(
                "loa demo: \(keys.folder) has lost the server's key: players will find an old store")
        }
        return DemoStore(objects: ObjectOptions(store: store, key: key), folder: keys.folder)
    }

    private static func make(_ store: ObjectStore, _ keys: DemoKeys, _ office: Office) async throws {
        let sample = try await DrawUpSampleRelease().run(in: office, as: .commandLine)
        let now = sample.release.drawnUp
        let made = try DemoCeremony(keys: keys, now: now, until: now.adding(seconds: days * 86_400))
            .perform(for: sample)
        let carried =
            [("1.root.json", made.root), ("1.targets.json", made.targets), ("release.json", made.release)]
            + sample.renditions
        for (name, bytes) in carried { try CarriedFile.create("\(keys.folder)/\(name)", bytes) }
        var changes = ObjectChanges()
        changes.roots = [made.root]
        changes.targets = made.targets
        changes.releases = [made.release]
        changes.renditions = sample.renditions.map(\.bytes)
        let publishing = PublishObjects(
            changes, into: store, key: made.serverKey, as: BackgroundWork.holder(), isDemonstration: true)
        for attempt in 1... {
            do {
                _ = try await publishing.run(in: office, as: .commandLine)
                return
            } catch ObjectsRefused.busy where attempt < patienceSeconds {
                // A start that was killed holds its lease to the end.
                if attempt == 1 { Terminal.note("loa demo: waiting for a start that was stopped before") }
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// What it is and what to try, for the terminal.
    ///
    /// - Parameter address: such as `http://127.0.0.1:8080`.
    func words(_ address: String) throws -> String {
        let (root, picture) = ("\(folder)/1.root.json", "\(folder)/\(Self.picture)")
        let digest = Hexadecimal.encode(SHA256.digest(try CarriedFile.read(picture)))
        let player = "loa-player trust --metadata-dir \(folder)/player"
        return """
            \(DemonstrationWords.warning)
            Its store of players is at \(address)/objects; the keys lie in \(folder), under the passphrase
            "\(DemoKeys.passphrase)". Try

              \(player) init \(root)
              \(player) --metadata-url \(address)/objects/metadata refresh
              \(player) --metadata-url \(address)/objects/metadata \\
                --target-name objects/\(digest) \\
                --target-base-url \(address)/objects/targets --target-dir \(folder)/played download
              loa verify \(folder)/release.json --root \(root) --objects \(address)/objects
              loa verify \(picture) --root \(root) --objects \(address)/objects


            """
    }
}
