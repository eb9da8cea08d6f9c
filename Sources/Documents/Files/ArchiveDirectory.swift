/// The directory of a ZIP file, as far as needed to tell its kind and to refuse bombs; nothing is unpacked here.
///
/// It reads fixed-size records at checked offsets. What the directory hides (a lying size) is stopped by the
/// cage's limits on memory and time when LibreOffice unpacks it.
struct ArchiveDirectory {
    private struct Entry {
        let name: String
        let packedBytes: Int
        let unpackedBytes: Int
    }

    private var entries: [Entry] = []
    private var isOverlong = false
    private let archiveBytes: Int

    /// Nil if the bytes don't end in a ZIP directory.
    init?(_ bytes: [UInt8]) {
        func number(_ offset: Int, _ width: Int) -> Int? {
            guard offset >= 0, offset + width <= bytes.count else { return nil }
            return (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        archiveBytes = bytes.count
        // The end record is 22 bytes and a comment of up to 65,535 may follow it.
        let lowest = max(0, bytes.count - 22 - 65_535)
        guard bytes.count >= 22,
            let end = stride(from: bytes.count - 22, through: lowest, by: -1).first(where: {
                bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B && bytes[$0 + 2] == 5 && bytes[$0 + 3] == 6
            }),
            let directoryBytes = number(end + 12, 4)
        else { return nil }
        // The directory stands right before its end, also when something was put before the archive.
        var at = end - directoryBytes
        while at >= 0, at < end, number(at, 4) == 0x0201_4B50 {
            guard let packed = number(at + 20, 4), let unpacked = number(at + 24, 4),
                let nameBytes = number(at + 28, 2),
                let extra = number(at + 30, 2), let comment = number(at + 32, 2),
                at + 46 + nameBytes <= bytes.count
            else { return nil }
            let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameBytes)], as: UTF8.self)
            entries.append(Entry(name: name, packedBytes: packed, unpackedBytes: unpacked))
            if entries.count > ConversionLimits.archiveEntries {
                isOverlong = true
                break
            }
            at += 46 + nameBytes + extra + comment
        }
        if entries.isEmpty { return nil }
    }

    func holds(_ name: String) -> Bool { entries.contains { $0.name == name } }

    /// Whether it is a docx or odt (and not some other archive that happens to hang on a file).
    var isPackage: Bool { holds("word/document.xml") || holds("content.xml") || holds("[Content_Types].xml") }

    /// Refuses what would unpack to more than any document does.
    func check() throws(ConversionRefused) {
        let unpacked = entries.reduce(0) { $0 + $1.unpackedBytes }
        let largestPart = entries.filter { $0.name.hasSuffix(".xml") }.map(\.unpackedBytes).max() ?? 0
        let isBomb =
            unpacked > ConversionLimits.archiveRatioFloorBytes
            && unpacked / max(1, archiveBytes) > ConversionLimits.archiveRatio
        // Two entries with one name let two programs see two documents.
        let isAmbiguous = Set(entries.map(\.name)).count != entries.count
        if isOverlong || isBomb || isAmbiguous || unpacked > ConversionLimits.archiveUnpackedBytes
            || largestPart > ConversionLimits.archivePartBytes
        {
            throw .expandsTooMuch
        }
    }
}
