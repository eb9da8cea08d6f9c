/// Why a file isn't taken; each case has a sentence for the user.
///
/// Nothing of a refused file remains.
package enum ConversionRefused: Error, Sendable, Hashable {
    case empty
    case tooLarge
    /// Neither a document nor a picture that Loa reads.
    case unknownKind
    /// A kind that is recognised but not read.
    case notAccepted(FileKind.Foreign)
    /// The name says one kind, the bytes another.
    case mismatch(named: String, found: FileKind)
    /// The bytes can be taken for two kinds at once.
    case twoKinds
    case passwordProtected
    case damaged(FileKind)
    case brokenText
    case tooManyPages(Int)
    case tooManyPagesToRecognise(Int)
    case pictureTooLarge
    case expandsTooMuch
    case textTooLong
    case tookTooLong
    case noText
    case tooBusy
    /// The text bears a mark of secrecy. Says nothing about which or where: no more may be kept than that it was refused.
    case secrecyMark

    /// What the user is told.
    package var sentence: Bilingual {
        let (vietnamese, english) = words
        return Bilingual(vietnamese: vietnamese, english: english)
    }

    private var words: (String, String) {
        switch self {
        case .empty: ("Tệp rỗng.", "The file is empty.")
        case .tooLarge:
            (
                "Tệp lớn hơn \(ConversionLimits.uploadBytes / 1_048_576) MB.",
                "The file is larger than \(ConversionLimits.uploadBytes / 1_048_576) MB."
            )
        case .unknownKind:
            (
                "Không nhận ra loại tệp. Hãy dùng docx, doc, odt, rtf, PDF, txt, md, html, jpg, png, tiff hoặc webp.",
                "This kind of file isn't known. Use docx, doc, odt, rtf, PDF, txt, md, html, jpg, png, tiff or webp."
            )
        case .notAccepted(let kind): kind.words
        case .mismatch(let name, let found):
            (
                "Tên tệp có đuôi “.\(name)” nhưng nội dung là \(found.name). Hãy kiểm tra lại tệp.",
                "The file's name ends in “.\(name)” but it holds \(found.name). Please check the file."
            )
        case .twoKinds:
            ("Tệp mang dấu hiệu của hai loại cùng lúc.", "The file bears the signs of two kinds at once.")
        case .passwordProtected:
            (
                "Tệp có mật khẩu. Hãy gỡ mật khẩu rồi gửi lại.",
                "The file is protected by a password. Please remove it and try again."
            )
        case .damaged(let kind):
            (
                "Không mở được tệp \(kind.name): tệp hỏng, không đầy đủ hoặc có mật khẩu.",
                "The \(kind.name) file can't be opened: it is damaged, incomplete or protected."
            )
        case .brokenText:
            (
                "Văn bản không phải UTF-8 và không rõ bảng mã (TCVN3, VNI, CP1258).",
                "The text isn't UTF-8, nor in a known older encoding (TCVN3, VNI, CP1258)."
            )
        case .tooManyPages(let count):
            (
                "Tệp có \(count) trang; nhiều nhất là \(ConversionLimits.pdfPages).",
                "The file has \(count) pages; the most is \(ConversionLimits.pdfPages)."
            )
        case .tooManyPagesToRecognise(let count):
            (
                "Tệp có \(count) trang ảnh cần nhận dạng chữ; nhiều nhất là \(ConversionLimits.recognisedPages). Hãy tách tệp.",
                "\(count) pages are pictures whose text must be recognised; the most is \(ConversionLimits.recognisedPages). Please split the file."
            )
        case .pictureTooLarge:
            (
                "Ảnh lớn hơn \(ConversionLimits.picturePixels / 1_000_000) triệu điểm ảnh.",
                "The picture has more than \(ConversionLimits.picturePixels / 1_000_000) million pixels."
            )
        case .expandsTooMuch:
            ("Tệp nén phình ra quá lớn khi mở.", "The file unpacks to far more than it should.")
        case .textTooLong:
            (
                "Văn bản dài hơn \(ConversionLimits.textBytes / 1_048_576) MB.",
                "The text is longer than \(ConversionLimits.textBytes / 1_048_576) MB."
            )
        case .tookTooLong:
            ("Đọc tệp quá lâu nên đã dừng.", "Reading the file took too long and was stopped.")
        case .noText:
            ("Không tìm thấy chữ nào trong tệp.", "No text was found in the file.")
        case .tooBusy:
            (
                "Đang có quá nhiều tệp chờ đọc. Hãy thử lại sau ít phút.",
                "Too many files are waiting to be read. Please try again in a few minutes."
            )
        case .secrecyMark:
            (
                "Văn bản có dấu chỉ độ mật nên bị từ chối; hệ thống không lưu lại gì. Hãy báo cho cán bộ bảo vệ bí mật nhà nước của cơ quan.",
                "The document bears a mark of secrecy and is refused; nothing of it was kept. Tell your agency's officer for the protection of State secrets."
            )
        }
    }
}
