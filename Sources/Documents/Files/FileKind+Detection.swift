/// Recognising a file by its first bytes and, for archives, by its directory.
extension FileKind {
    /// The kind of these bytes.
    ///
    /// A name's ending, if it is one that we know, must agree.
    static func detect(_ bytes: [UInt8], named name: String?) throws(ConversionRefused) -> FileKind {
        guard !bytes.isEmpty else { throw .empty }
        let kind = try kind(of: bytes)
        let directory = ArchiveDirectory(bytes)
        if kind != .docx, kind != .odt, let directory, directory.isPackage { throw .twoKinds }
        try directory?.check()
        if let ending = knownEnding(of: name), !kind.endings.contains(ending) {
            throw .mismatch(named: ending, found: kind)
        }
        return kind
    }

    private static func kind(of bytes: [UInt8]) throws(ConversionRefused) -> FileKind {
        func starts(_ magic: [UInt8], at offset: Int = 0) -> Bool {
            bytes.count >= offset + magic.count && bytes[offset..<offset + magic.count].elementsEqual(magic)
        }
        func starts(_ magic: String, at offset: Int = 0) -> Bool { starts(Array(magic.utf8), at: offset) }

        if starts("%PDF-") { return .pdf }
        if starts([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if starts([0x49, 0x49, 0x2A, 0x00]) || starts([0x4D, 0x4D, 0x00, 0x2A]) { return .tiff }
        if starts("RIFF"), starts("WEBP", at: 8) { return .webp }
        if starts("{\\rtf") { return .rtf }
        if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return try compoundKind(bytes) }
        if starts([0x50, 0x4B, 0x03, 0x04]) { return try packageKind(bytes) }
        if starts("ftyp", at: 4) { throw .notAccepted(.heic) }
        if starts("GIF8") { throw .notAccepted(.gif) }
        if starts("MZ") || starts([0x7F, 0x45, 0x4C, 0x46]) { throw .notAccepted(.program) }
        if starts("Rar!") || starts("7z\u{BC}\u{AF}") || starts([0x1F, 0x8B]) || starts([0x50, 0x4B]) {
            throw .notAccepted(.archive)
        }
        return try textKind(bytes)
    }

    /// Word 97 and its relatives share a container; the streams' names, in UTF-16, tell them apart.
    private static func compoundKind(_ bytes: [UInt8]) throws(ConversionRefused) -> FileKind {
        func holds(_ name: String) -> Bool {
            bytes.contains(Array(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
        }
        if holds("EncryptedPackage") { throw .passwordProtected }
        if holds("WordDocument") { return .doc }
        if holds("Workbook") { throw .notAccepted(.spreadsheet) }
        if holds("PowerPoint Document") { throw .notAccepted(.presentation) }
        throw .notAccepted(.otherOffice)
    }

    private static func packageKind(_ bytes: [UInt8]) throws(ConversionRefused) -> FileKind {
        guard let directory = ArchiveDirectory(bytes) else { throw .damaged(.docx) }
        if directory.holds("word/document.xml") { return .docx }
        let mimetype = "mimetypeapplication/vnd.oasis.opendocument."
        // OpenDocument requires the type as the first entry, stored, at this very place (part 3 section 3.3).
        if bytes.count > 30 + mimetype.utf8.count, bytes[30...].starts(with: mimetype.utf8) {
            let type = bytes[(30 + mimetype.utf8.count)...]
            if type.starts(with: "text".utf8), directory.holds("content.xml") { return .odt }
            throw .notAccepted(type.starts(with: "spreadsheet".utf8) ? .spreadsheet : .otherOffice)
        }
        if directory.holds("xl/workbook.xml") { throw .notAccepted(.spreadsheet) }
        if directory.holds("ppt/presentation.xml") { throw .notAccepted(.presentation) }
        throw .notAccepted(.archive)
    }

    private static func textKind(_ bytes: [UInt8]) throws(ConversionRefused) -> FileKind {
        let head = bytes.prefix(65_536)
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .text }
        // The legacy Vietnamese encodings use 0x80...0xFF only; TCVN3 text has a few in 0x01...0x1F, far below a tenth.
        let odd = head.count { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 && $0 != 0x0C }
        if bytes.contains(0) && !bytes.allSatisfy({ $0 == 0 || $0 >= 9 }) || odd * 20 > head.count {
            throw .unknownKind
        }
        let opening = String(decoding: head.prefix(1_024), as: UTF8.self).lowercased()
            .trimmingPrefix { $0.isWhitespace || $0 == "\u{FEFF}" }
        return opening.hasPrefix("<!doctype html") || opening.hasPrefix("<html") ? .html : .text
    }

    /// The name's ending if it is one of those that some kind claims, or names a kind that we refuse.
    private static func knownEnding(of name: String?) -> String? {
        guard let name, let dot = name.lastIndex(of: ".") else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        return allCases.contains { $0.endings.contains(ending) } ? ending : nil
    }
}
