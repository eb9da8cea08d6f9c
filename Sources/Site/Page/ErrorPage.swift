import HTTP
import Markup

/// The one page for everything that didn't work.
struct ErrorPage: Sendable {
    var status: Status
    var sentence: Phrase
    /// Under this number the log tells what happened.
    var reference: String

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(title), width: .narrow,
            """
            \(screen.head("\(screen, title)"))
            <div class="sheet stack"><p>\(screen, sentence)</p>
            <p class="small soft">\(screen, .errorReference) <code>\(reference)</code> · \(status.code)</p>
            <p class="row"><a class="button" href="\(Routes.home())">\(screen, .toStart)</a></p></div>
            """)
    }

    private var title: Phrase {
        switch status.code {
        case 400: Phrase("Yêu cầu không hợp lệ", "Bad request")
        case 401: Phrase("Cần đăng nhập", "Sign in first")
        case 403: Phrase("Không có quyền", "Not allowed")
        case 404: Phrase("Không tìm thấy", "Not found")
        case 405: Phrase("Cách gọi không được phép", "Method not allowed")
        case 409: Phrase("Dữ liệu đã thay đổi", "Changed meanwhile")
        case 413: Phrase("Dữ liệu gửi lên quá lớn", "Too large")
        case 422: Phrase("Không xử lý được", "Can't be processed")
        case 429: Phrase("Quá nhiều yêu cầu", "Too many requests")
        case 503: Phrase("Hệ thống đang bận", "Busy")
        default:
            status.code < 500
                ? Phrase("Yêu cầu không thực hiện được", "It didn't work")
                : Phrase("Hệ thống gặp lỗi", "Something went wrong")
        }
    }

    /// What is told about a status that brings no sentence of its own.
    static func sentence(for status: Status) -> Phrase {
        switch status.code {
        case 401: Phrase("Hãy đăng nhập để xem trang này.", "Sign in to see this page.")
        case 403: Phrase("Tài khoản này không được phép thực hiện việc đó.", "This account may not do that.")
        case 404:
            Phrase(
                "Trang hoặc văn bản này không có, hoặc đã được chuyển đi.",
                "There is no such page or document.")
        case 405: Phrase("Địa chỉ này không nhận cách gọi đó.", "This address doesn't take that method.")
        case 413:
            Phrase(
                "Dữ liệu gửi lên vượt quá giới hạn; mỗi tệp văn bản không quá 50 MB.",
                "What was sent is larger than this address takes; a document's file is at most 50 MB.")
        case 429: Phrase("Hãy chờ một lát rồi thử lại.", "Wait a moment and try again.")
        case 503: Phrase("Hãy thử lại sau ít phút.", "Try again in a few minutes.")
        case 507:
            Phrase(
                "Máy chủ hết chỗ lưu trữ. Hãy báo quản trị viên.",
                "The server's disk is full. Please tell the administrator.")
        case 500...:
            Phrase(
                "Lỗi đã được ghi lại. Khi báo quản trị viên, hãy nêu mã tham chiếu dưới đây.",
                "It was logged. When you tell the administrator, name the reference below.")
        default:
            Phrase(
                "Yêu cầu không đúng dạng mà hệ thống nhận.", "The request isn't of a form that is understood."
            )
        }
    }
}
