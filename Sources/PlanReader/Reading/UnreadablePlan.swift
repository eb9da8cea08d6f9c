/// Why a text could not be read as a plan, with what to do about it.
package enum UnreadablePlan: Error, Sendable, Hashable, CaseIterable {
    /// No letter or digit in it.
    case empty
    /// NUL bytes, binary data or UTF-8 broken beyond repair.
    case notText
    /// Text without the marks of an official document.
    case notOfficialDocument

    package var vietnamese: String {
        switch self {
        case .empty: "Tệp không có chữ. Hãy kiểm tra lại tệp, hoặc quét lại nếu đây là bản chụp."
        case .notText:
            "Tệp không phải là văn bản. Hãy dùng tệp Word, PDF, ảnh chụp hoặc văn bản Unicode (UTF-8)."
        case .notOfficialDocument:
            "Không thấy thể thức của văn bản hành chính (tên loại, căn cứ, đề mục). Hãy chọn đúng tệp kế hoạch."
        }
    }

    package var english: String {
        switch self {
        case .empty: "The file has no text. Check the file, or scan it again if it is a picture."
        case .notText: "The file is not text. Use a Word file, a PDF, a photograph or Unicode text (UTF-8)."
        case .notOfficialDocument:
            "No marks of an official document (type, legal bases, headings) were found. Choose the plan's own file."
        }
    }
}
