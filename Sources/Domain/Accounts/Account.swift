package import Foundation

/// Who may sign in.
///
/// A person's post and agency are told by its roles.
package struct Account: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Account>

    package var id: ID
    /// What is typed to sign in: 3 to 64 lower-case letters, digits, `.`, `_`, `-`.
    package var name: String
    /// What pages show, such as "Nguyễn Thị Lan".
    package var displayName: String
    package var isDisabled: Bool
    /// Set by an administrator's reset: the next sign-in must choose a new password.
    package var mustChangePassword: Bool
    package var hasSecondFactor: Bool
    package var createdAt: Date

    package init(
        id: ID, name: String, displayName: String, isDisabled: Bool = false, mustChangePassword: Bool = false,
        hasSecondFactor: Bool = false, createdAt: Date
    ) {
        self.id = id
        self.name = name
        self.displayName = displayName
        self.isDisabled = isDisabled
        self.mustChangePassword = mustChangePassword
        self.hasSecondFactor = hasSecondFactor
        self.createdAt = createdAt
    }

    package static let displayNameLimitBytes = 200

    /// Whether a text can be a sign-in name.
    package static func isName(_ text: String) -> Bool {
        (3...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || [46, 95, 45].contains($0)
            }
    }
}
