/// What a file came to: its text for the plan reader, and where it came from.
package struct ConvertedDocument: Sendable {
    /// What the bytes were, whatever the name said.
    package let kind: FileKind
    /// The text, UTF-8, lines ended by a line feed; at most `ConversionLimits.textBytes`.
    ///
    /// It is data and nothing else: escape it wherever it is shown.
    package let text: String
    /// The pages in order; one for kinds that have no pages of their own.
    package let pages: [ConvertedPage]
    /// What a person should know about how the text was won.
    package let notices: [ConversionNotice]
    /// Who may see it, if the document says so itself; such a document must never be published.
    package let circulation: CirculationLimit?
}

/// One page of the text.
package struct ConvertedPage: Sendable, Hashable {
    package enum Source: Sendable, Hashable {
        /// The file's own characters.
        case text
        /// Read from a picture; expect slips.
        case recognised
    }

    /// Counted from 1.
    package let number: Int
    /// The page's part of the text, UTF-8 byte offsets.
    package let range: Range<Int>
    package let source: Source
}

/// Something that the user should be told beside the text.
package enum ConversionNotice: Sendable, Hashable {
    /// These pages were recognised from pictures.
    case recognised(pages: Int)
    /// The text was in an older encoding and has been converted.
    case converted(from: String)
    /// Some bytes weren't text and were replaced by U+FFFD.
    case replacedBytes
    /// The document had tracked changes; deletions were left out and insertions kept.
    case trackedChanges
    /// A picture can't be searched for marks of secrecy as surely as text; a person must look.
    case attestNoSecrets

    package var sentence: Bilingual {
        switch self {
        case .recognised(let pages):
            Bilingual(
                vietnamese: "Chữ của \(pages) trang được nhận dạng từ ảnh; hãy đối chiếu với bản gốc.",
                english:
                    "The text of \(pages) pages was recognised from pictures; compare it with the original.")
        case .converted(let encoding):
            Bilingual(
                vietnamese: "Văn bản dùng bảng mã cũ \(encoding) và đã được chuyển sang Unicode.",
                english: "The text was in the older encoding \(encoding) and has been converted to Unicode.")
        case .replacedBytes:
            Bilingual(
                vietnamese: "Một số ký tự hỏng đã được thay bằng dấu �.",
                english: "Some broken characters were replaced by �.")
        case .trackedChanges:
            Bilingual(
                vietnamese: "Văn bản còn lưu vết sửa đổi: phần đã xoá được bỏ, phần thêm được giữ.",
                english: "The document has tracked changes: deletions were left out, insertions kept.")
        case .attestNoSecrets:
            Bilingual(
                vietnamese:
                    "Dấu chỉ độ mật đóng trên ảnh có thể không nhận ra được; người gửi phải tự kiểm tra.",
                english: "A stamp of secrecy on a picture may not be recognised; the sender must check.")
        }
    }
}

/// Limits on circulation that are no secrecy: the document is taken but never published.
package enum CirculationLimit: String, Sendable, Hashable {
    /// LƯU HÀNH NỘI BỘ
    case internalOnly
    /// XEM XONG TRẢ LẠI
    case returnAfterReading
}

/// How far a conversion is.
package struct ConversionProgress: Sendable, Hashable {
    package enum Stage: String, Sendable, Hashable {
        case waiting
        case checking
        case converting
        case recognising
        case finishing
    }

    package let stage: Stage
    /// Pages done and pages in all; nil where a stage doesn't count pages.
    package let page: Int?
    package let pages: Int?

    package init(stage: Stage, page: Int? = nil, pages: Int? = nil) {
        self.stage = stage
        self.page = page
        self.pages = pages
    }
}
