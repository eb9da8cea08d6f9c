/// One request to an S3-compatible store.
struct S3Request {
    enum Method: String {
        case get = "GET"
        case head = "HEAD"
        case put = "PUT"
        case delete = "DELETE"
    }

    var method: Method
    /// For people: what is asked for.
    var subject: String
    /// Below the endpoint, with `/` in front, encoded.
    var path: String
    /// Encoded, its fields in the order of their names: libcurl 7.88 signs it as it stands.
    var query = ""
    /// Of the body, in hexadecimal digits; that of no bytes where there is none.
    var digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    var body: [UInt8] = []
    var mediaType: String?
    var range: Range<Int>?
    var answerLimitBytes: Int

    /// For people.
    var action: String { "\(method.rawValue) \(subject)" }
}

struct S3Answer {
    var status = 0
    var body: [UInt8] = []
    /// By names in small letters; the last one of a name.
    var fields: [String: String] = [:]
}

extension S3Settings {
    func address(of request: S3Request) -> String {
        endpoint + request.path + (request.query.isEmpty ? "" : "?\(request.query)")
    }

    /// The endpoint and the bucket, for people.
    var place: String { "\(endpoint)/\(bucket)" }
}
