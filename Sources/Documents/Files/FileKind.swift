/// What a file is by its bytes; its name and the type that a browser claims decide nothing.
package enum FileKind: String, Sendable, Hashable, CaseIterable {
    case text, html, docx, doc, odt, rtf, pdf, jpeg, png, tiff, webp

    /// Kinds that are recognised, so that the refusal can say what to do instead.
    package enum Foreign: String, Sendable, Hashable {
        case heic, spreadsheet, presentation, archive, program, gif, otherOffice

        var words: (String, String) {
            switch self {
            case .heic:
                (
                    "Ảnh HEIC/HEIF chưa đọc được. Hãy lưu ảnh thành JPEG rồi gửi lại.",
                    "HEIC/HEIF photographs can't be read. Please save the photograph as JPEG and try again."
                )
            case .spreadsheet:
                ("Bảng tính không phải là văn bản kế hoạch.", "A spreadsheet isn't a plan document.")
            case .presentation:
                ("Tệp trình chiếu không phải là văn bản kế hoạch.", "A presentation isn't a plan document.")
            case .archive:
                (
                    "Đây là tệp nén. Hãy gửi từng văn bản bên trong.",
                    "This is an archive. Send the documents in it one by one."
                )
            case .program: ("Đây là chương trình, không phải văn bản.", "This is a program, not a document.")
            case .gif:
                (
                    "Ảnh GIF không dùng được. Hãy dùng JPEG hoặc PNG.",
                    "GIF pictures aren't read. Use JPEG or PNG."
                )
            case .otherOffice:
                ("Loại tệp văn phòng này chưa đọc được.", "This kind of office file isn't read.")
            }
        }
    }

    /// What people call it.
    package var name: String {
        switch self {
        case .text: "text"
        case .html: "HTML"
        case .docx: "Word (docx)"
        case .doc: "Word 97 (doc)"
        case .odt: "OpenDocument (odt)"
        case .rtf: "RTF"
        case .pdf: "PDF"
        case .jpeg: "JPEG"
        case .png: "PNG"
        case .tiff: "TIFF"
        case .webp: "WebP"
        }
    }

    /// The endings that a name of this kind may have, lower-case.
    package var endings: Set<String> {
        switch self {
        case .text: ["txt", "md", "markdown", "text"]
        case .html: ["html", "htm", "xhtml"]
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
        case .tiff: ["tif", "tiff"]
        default: [rawValue]
        }
    }

    var isPicture: Bool {
        switch self {
        case .jpeg, .png, .tiff, .webp: true
        case .text, .html, .docx, .doc, .odt, .rtf, .pdf: false
        }
    }
}
