/// The name of a file in a store: nothing that could lead elsewhere, on a disk or in a URL.
package struct ObjectName: Sendable, Hashable, CustomStringConvertible {
    package enum Part: String, Sendable, CaseIterable {
        case metadata
        case objects = "targets/objects"
        case programmes = "targets/programmes"
    }

    /// Bytes; with a part's name and a temporary ending, a file system still takes it.
    private static let longestBytes = 200

    package let part: Part
    /// Without the part's own name.
    package let text: String

    /// Nil for a name that no file of a store has.
    package init?(_ text: String, in part: Part) {
        // A dot in front is a file that isn't whole yet.
        guard Self.isPlain(text), 1...Self.longestBytes ~= text.utf8.count, !text.hasPrefix(".") else {
            return nil
        }
        self.part = part
        self.text = text
    }

    /// Reads what `path` gives.
    package init?(path: String) {
        for part in Part.allCases where path.hasPrefix("\(part.rawValue)/") {
            self.init(String(path.dropFirst(part.rawValue.utf8.count + 1)), in: part)
            return
        }
        return nil
    }

    /// Only Latin letters, digits, `-`, `.` and `_`.
    package static func isPlain(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
    }

    /// Below the store, such as `metadata/timestamp.json`.
    package var path: String { "\(part.rawValue)/\(text)" }
    package var description: String { path }
}
