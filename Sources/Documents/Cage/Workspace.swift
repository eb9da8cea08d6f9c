import Foundation

/// A private folder in memory for one conversion; whatever a tool makes of a file lives here and dies with it.
///
/// Folders lie in `/dev/shm` (memory, never a disk, so nothing of a refused secret remains on one) where that is
/// there, else in the system's temporary folder. Each is mode 0700 and holds a lock for as long as its owner
/// lives; `purgeStale` removes those whose owner is gone, so a crash leaves nothing beyond the next start.
package final class Workspace: Sendable {
    package let path: String
    private let lock: Int32

    /// The parent of all workspaces of this user.
    package static var root: String {
        let base =
            unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : FileManager.default.temporaryDirectory.path
        return "\(base)/loa-\(getuid())"
    }

    /// Makes an empty folder under `root`.
    ///
    /// The caller must `remove()` it on every path; `deinit` is the safety net.
    package init(root: String = Workspace.root) throws(ConversionFailure) {
        do {
            try Self.makePrivate(root)
            path = "\(root)/\(UUID().uuidString)"
            guard unsafe mkdir(path, 0o700) == 0 else { throw ErrnoError(call: "mkdir") }
            lock = unsafe open("\(path)/\(Self.lockName)", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
            guard lock >= 0 else { throw ErrnoError(call: "open") }
            guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw ErrnoError(call: "flock") }
        } catch {
            throw .workspace("making it failed", error)
        }
    }

    deinit {
        remove()
        close(lock)
    }

    private static let lockName = ".lock"

    /// Makes the root, or checks that the one which is there belongs to us alone: others can write to /dev/shm.
    private static func makePrivate(_ root: String) throws {
        if unsafe mkdir(root, 0o700) == 0 { return }
        guard errno == EEXIST else { throw ErrnoError(call: "mkdir") }
        var status = stat()
        guard unsafe lstat(root, &status) == 0 else { throw ErrnoError(call: "lstat") }
        guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid(), status.st_mode & 0o077 == 0
        else {
            throw ErrnoError(call: "\(root) isn't a private folder of ours", code: EPERM)
        }
    }

    /// Makes a folder inside, for one tool to write to.
    func folder(_ name: String) throws(ConversionFailure) -> String {
        let folder = "\(path)/\(name)"
        guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw .workspace("making a folder failed", ErrnoError(call: "mkdir"))
        }
        return folder
    }

    /// Removes the folder with everything in it; calling it again does nothing.
    ///
    /// A process that is being killed may still write into it, so that one attempt can find it not empty.
    package func remove() {
        for _ in 0..<Self.removalAttempts {
            // What can't be removed now is removed by the next start's purge.
            try? FileManager.default.removeItem(atPath: path)
            if unsafe access(path, F_OK) != 0 { return }
        }
    }

    private static let removalAttempts = 100

    /// Removes the folders of owners that died; call it once when a program starts.
    package static func purgeStale(root: String = Workspace.root) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else { return }
        for name in names {
            let lock = unsafe open("\(root)/\(name)/\(lockName)", O_RDWR | O_CLOEXEC)
            // No lock: its owner died between two calls, or is making it now; a minute tells which.
            if lock < 0 {
                if ageSeconds("\(root)/\(name)") > 60 {
                    try? FileManager.default.removeItem(atPath: "\(root)/\(name)")
                }
                continue
            }
            if flock(lock, LOCK_EX | LOCK_NB) == 0 {
                try? FileManager.default.removeItem(atPath: "\(root)/\(name)")
            }
            close(lock)
        }
    }

    private static func ageSeconds(_ path: String) -> Int {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return 0 }
        return time(nil) - status.st_mtim.tv_sec
    }
}
