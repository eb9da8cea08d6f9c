import Domain

/// What Loa itself found out about links and photos that were given as evidence.
extension Phrase {
    static let pageTitle = Phrase("Tiêu đề trang", "The page's title")
    static let pageWaits = Phrase("Đang lấy tiêu đề của trang.", "The page's title is being fetched.")
    static let pageWithoutTitle = Phrase("Trang không có tiêu đề", "The page has no title")
    static let linkedFile = Phrase("Liên kết tới tệp loại", "The link leads to a file of type")
    static let pageKeptAt = Phrase("lưu lúc", "kept on")
    static let pageTriedAt = Phrase("đã thử lúc", "tried on")

    /// Why there is nothing of a page; nil where there is, or still may be.
    static func pageFailure(_ state: LinkedPage.State) -> Phrase? {
        switch state {
        case .waiting, .kept: nil
        case .missing:
            Phrase(
                "Không xem được trang: máy chủ báo không có trang này",
                "Its server says that there is no such page")
        case .refused:
            Phrase("Không xem được trang: máy chủ không cho xem", "Its server doesn't show the page")
        case .unreachable:
            Phrase("Không xem được trang: không kết nối được với máy chủ", "The page couldn't be reached")
        case .tooSlow:
            Phrase("Không xem được trang: máy chủ trả lời quá chậm", "The page's server was too slow")
        case .notTrusted:
            Phrase(
                "Không xem được trang: chứng thư của máy chủ không đáng tin cậy",
                "The page's server shows no certificate that is trusted")
        case .notPublic:
            Phrase(
                "Không xem trang: địa chỉ không ở trên internet công cộng",
                "The page isn't looked at: its address isn't on the public internet")
        }
    }

    static let photoOfTheFuture = Phrase("Đáng ngờ: sau lúc gửi", "Doubtful: after it was added")
    static let addedAfterReport = Phrase("Thêm sau khi báo cáo", "Added after the report")
    static let photoTakenAt = Phrase("Giờ chụp theo tệp ảnh", "Taken, as the photo's file says")
    static let photoTakenIn = Phrase("Nơi chụp theo tệp ảnh", "Where, as the photo's file says")
    static let notInPhoto = Phrase("không có trong ảnh", "not in the photo")
    static func accuracy(metres: Int) -> Phrase {
        Phrase("sai số khoảng \(metres) m", "to about \(metres) m")
    }
}
