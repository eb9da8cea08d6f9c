/// Why nothing usable came from an address.
package struct DownloadFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        /// The server answered with a status other than 200.
        case status(Int)
        /// More bytes than asked for; the rest was not read.
        case tooLong(limit: Int64)
        /// Too slow, or too long on the way.
        case timedOut
        /// No address, or none of HTTP.
        case unusableAddress
        /// No connection, or a broken one.
        case unreachable
        /// The server's certificate is not one that is trusted.
        case notTrusted
        /// The name leads to a machine that may not be reached (`AddressReach`).
        case forbiddenAddress
    }

    package let code: Code
    package let address: String
    /// libcurl's own words.
    package let message: String

    package var description: String {
        switch code {
        case .status(let status): "\(address) answered with status \(status)"
        case .tooLong(let limit): "\(address) sends more than \(limit) bytes"
        case .timedOut: "\(address) is too slow: \(message)"
        case .unusableAddress: "\(address) is no usable address: \(message)"
        case .unreachable: "\(address) can't be read: \(message)"
        case .notTrusted: "\(address) shows no certificate that is trusted: \(message)"
        case .forbiddenAddress: "\(address) leads to an address that may not be reached"
        }
    }
}
