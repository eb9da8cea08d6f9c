import Foundation

/// A program that may run in the cage, and the Debian package that brings it.
enum Tool: String, CaseIterable, Sendable {
    case pdfinfo = "/usr/bin/pdfinfo"
    case pdftotext = "/usr/bin/pdftotext"
    case pdfimages = "/usr/bin/pdfimages"
    case pdftoppm = "/usr/bin/pdftoppm"
    case tesseract = "/usr/bin/tesseract"
    /// ImageMagick by its full name: `convert` is a link into /etc/alternatives, which the cage doesn't have.
    case convert = "/usr/bin/convert-im6.q16"
    /// LibreOffice by its own starter, which starts `soffice.bin` again after a new profile was made.
    case office = "/usr/lib/libreoffice/program/oosplash"
    case nothing = "/usr/bin/true"

    var path: String { rawValue }

    var debianPackage: String {
        switch self {
        case .pdfinfo, .pdftotext, .pdfimages, .pdftoppm: "poppler-utils"
        case .tesseract: "tesseract-ocr tesseract-ocr-vie"
        case .convert: "imagemagick"
        case .office: "libreoffice-writer-nogui"
        case .nothing: "coreutils"
        }
    }

    /// Configuration outside of /usr that the program can't do without.
    var configuration: [String] {
        switch self {
        case .office: ["/etc/libreoffice", "/etc/fonts"]
        case .pdftoppm, .pdftotext: ["/etc/fonts"]
        // ImageMagick without its policy file keeps to the limits of its command line, which are ours.
        case .pdfinfo, .pdfimages, .tesseract, .convert, .nothing: []
        }
    }

    var memoryBytes: Int {
        switch self {
        case .office: ConversionLimits.officeMemoryBytes
        case .convert: ConversionLimits.pictureMemoryBytes
        case .pdfinfo, .pdftotext, .pdfimages, .pdftoppm, .tesseract, .nothing:
            ConversionLimits.toolMemoryBytes
        }
    }
}

/// What one run of a tool may see and use.
struct ToolRun: Sendable {
    var tool: Tool
    var arguments: [String]
    /// Files of the host that are shown read-only at a path of the cage.
    var shown: [(host: String, inside: String)] = []
    /// Folders of the host that the tool may write to.
    var writable: [(host: String, inside: String)] = []
    /// Seconds of the wall clock; the processor time is bounded by twice as much, for tools with threads.
    var seconds: Int
    /// The most bytes on standard output.
    var outputBytes = 1_048_576
}
