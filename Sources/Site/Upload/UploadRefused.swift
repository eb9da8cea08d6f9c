import HTTP

/// Files that are not taken, with the sentence that the page then shows.
struct UploadRefused: Error {
    var sentence: Phrase
    var status: Status = .unprocessableContent
    var retryAfterSeconds: Int?

    static let attestFirst = UploadRefused(sentence: .attestFirst)
    static let noFile = UploadRefused(sentence: .noFile)
    static let queueFull = UploadRefused(
        sentence: .queueFull, status: .serviceUnavailable, retryAfterSeconds: 120)
    /// Too many uploads come in at once, or hold too much.
    static let full = UploadRefused(
        sentence: .uploadsFull, status: .serviceUnavailable, retryAfterSeconds: UploadAllowance.retrySeconds)
}
