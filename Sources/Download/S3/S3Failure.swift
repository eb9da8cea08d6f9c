/// Why an S3-compatible store didn't do what it was asked.
package struct S3Failure: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        case noBucket
        /// The key is unknown, or the secret doesn't go with it.
        case wrongKey
        /// The key may not do that.
        case notAllowed
        /// The clocks differ by more than a signature allows, 15 minutes mostly.
        case clockSkew
        /// The bucket lies in another region, or behind another address.
        case elsewhere
        case unreachable
        /// The service's certificate is not one that is trusted.
        case notTrusted
        case timedOut
        /// The service, or something before it, can't at the moment: 5xx or 429.
        case unavailable
        /// More bytes than there may be.
        case tooLong(limitBytes: Int)
        /// Whatever else; the status, 0 where there was none.
        case unexpected(status: Int)
    }

    package let code: Code
    /// Method and file, such as `PUT metadata/timestamp.json`.
    package let action: String
    /// Endpoint and bucket.
    package let place: String
    /// The service's own words, or libcurl's; printable and short.
    package let words: String

    package var description: String {
        let reason =
            switch code {
            case .noBucket: "there is no such bucket"
            case .wrongKey: "it doesn't know the key, or the secret doesn't go with it"
            case .notAllowed: "the key may not do that there"
            case .clockSkew: "this machine's clock and its own differ too much"
            case .elsewhere: "the bucket is in another region or behind another address"
            case .unreachable: "it can't be reached"
            case .notTrusted: "it shows no certificate that is trusted"
            case .timedOut: "it is too slow"
            case .unavailable: "it can't at the moment"
            case .tooLong(let limit): "it sends more than \(limit) bytes"
            case .unexpected(let status): "it answered with status \(status)"
            }
        return "\(place), \(action): \(reason)" + (words.isEmpty ? "" : " (\(words))")
    }

    /// Whether the same may go well soon.
    var mayPass: Bool {
        switch code {
        case .unreachable, .timedOut, .unavailable: true
        default: false
        }
    }
}

extension S3Failure.Code {
    /// - Parameter name: the service's own name of the failure; nil where the answer has none, as those to HEAD.
    init(status: Int, name: String?) {
        self =
            switch name {
            case "NoSuchBucket": .noBucket
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "AuthorizationHeaderMalformed": .wrongKey
            case "RequestTimeTooSkewed", "RequestExpired": .clockSkew
            case "PermanentRedirect", "TemporaryRedirect": .elsewhere
            default:
                switch status {
                case 300...399: .elsewhere
                case 401, 403: .notAllowed
                case 429, 500...599: .unavailable
                default: .unexpected(status: status)
                }
            }
    }
}
