/// Why a message didn't leave.
package struct MailFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// The server won't take this message, or not for this address: the same again would end the same.
        case refused
        /// The server asks to come back later.
        case later
        /// The server refuses us: user, password, or a kind of connection that it doesn't offer.
        case notWelcome
        /// Its certificate isn't one that we trust, or it offers no encryption.
        case notTrusted
        case unreachable
        case timedOut
    }

    package let code: Code
    /// The server's own code of three digits; nil where it said nothing.
    package let status: Int?
    /// The server's last words, or libcurl's; one line.
    package let answer: String

    package init(_ code: Code, status: Int? = nil, answer: String) {
        self.code = code
        self.status = status
        self.answer = answer
    }

    package var description: String { "\(code.rawValue): \(answer)" }
}
