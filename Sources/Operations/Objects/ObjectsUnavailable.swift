/// The files of the store can't be reached at the moment; the reason is for the log, not for whoever asked.
package struct ObjectsUnavailable: Refusal {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }

    package var code: String { "objects.unavailable" }
    package var vietnamese: String { "Kho tạm thời không đọc được. Hãy thử lại sau ít phút." }
    package var english: String { "the store can't be read at the moment; try again soon" }
    package var httpStatus: Int { 503 }
    package var retryAfterSeconds: Int? { 10 }
}
