package import CCurl

/// What one request tells libcurl; all of it is copied.
package struct CurlOptions {
    package var numbers: [(CURLoption, Int)]
    /// In bytes.
    package var sizes: [(CURLoption, Int)] = []
    package var texts: [(CURLoption, String)]
    /// Fields of a head, or recipients of a letter: `listOption` says which.
    package var list: [String] = []
    package var listOption = CURLOPT_HTTPHEADER
    /// Makes the request a POST with this body.
    package var posted: [UInt8]?

    package init(numbers: [(CURLoption, Int)], texts: [(CURLoption, String)]) {
        // Signals are the program's own; whom it speaks to is always checked.
        self.numbers =
            [(CURLOPT_NOSIGNAL, 1), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2)] + numbers
        self.texts = texts
    }
}

/// How a request ended.
package struct CurlOutcome {
    package let code: CURLcode
    /// libcurl's own words for the code.
    package let words: String
    /// The last answer's; 0 where there was none.
    package let status: Int
    /// As the server wrote it; nil where it named none.
    package let mediaType: String?
    /// In seconds, however the server wrote it; nil where it said nothing.
    package let retryAfterSeconds: Int?

    /// Whether the other side's certificate is the cause.
    package var isNotTrusted: Bool {
        switch code {
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM, CURLE_USE_SSL_FAILED:
            true
        default: false
        }
    }
}
