package import Foundation

/// What was kept of the page that a link of evidence leads to, and when.
package struct LinkedPage: Hashable, Sendable {
    package enum State: String, Codable, Sendable, CaseIterable {
        /// To be fetched soon.
        case waiting
        /// Fetched; its title, or of another file its type, stands with the evidence.
        case kept
        /// The server says that there is no such page.
        case missing
        /// The server answers, but doesn't show it.
        case refused
        case unreachable
        case tooSlow
        /// The server shows no certificate that is trusted.
        case notTrusted
        /// The name leads into a network of an office, where nothing is fetched from.
        case notPublic
    }

    package var state: State
    /// The page's own; nil where it has none, and of what is no page.
    package var title: String?
    /// When it was fetched, or when that was tried; nil while it waits.
    package var at: Date?

    package init(state: State, title: String? = nil, at: Date? = nil) {
        self.state = state
        self.title = title
        self.at = at
    }
}
