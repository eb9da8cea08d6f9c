import Domain
import Markup
import Operations

/// One's own account: roles, password, second factor.
struct OwnAccountPage: Sendable {
    var account: Account
    var roles: [(role: Role, agency: String)]
    var fault: Phrase?
    /// True where a reset password must be replaced before anything else.
    var mustChange: Bool
    /// How it stands with the provider of sign-in; nil where there is none.
    var openID: ShowOpenIDLink.View?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.ownAccount), width: .page,
            """
            \(screen.head("<span lang=\"vi\">\(account.displayName)</span>", "\(account.name)"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(when: mustChange, screen.notice(.warn, "<p>\(screen, .mustChangePassword)</p>"))
            \(when: !mustChange, rolesView(screen))
            \(when: !mustChange, "<p><a href=\"\(Routes.inboxSettings())\">\(screen, .noticeSettings)</a></p>")
            \(passwordView(screen))
            \(when: !mustChange, secondFactorView(screen))
            \(when: mustChange ? nil : openID, { $0.own(screen) })
            """)
    }

    private func rolesView(_ screen: Screen) -> Markup {
        """
        <section class="sheet"><h2>\(screen, .roles)</h2>
        <dl class="facts">\(each: roles, { "<dt lang=\"vi\">\($0.agency)</dt><dd>\(screen, $0.role.name)</dd>" })</dl></section>
        """
    }

    private func passwordView(_ screen: Screen) -> Markup {
        """
        <section class="sheet" id="password-section"><h2>\(screen, .changePassword)</h2>
        \(screen.form(
            Routes.password(), class: "stack prose",
            """
            <input type="text" name="username" value="\(account.name)" autocomplete="username" aria-label="\(screen, .accountName)" readonly hidden>
            \(screen.input(.currentPassword, name: "current", type: "password", autocomplete: "current-password", maximum: 1024))
            \(screen.input(.newPassword, name: "new", type: "password", hint: .passwordHint, autocomplete: "new-password", maximum: 1024))
            \(screen.input(.newPasswordAgain, name: "again", type: "password", autocomplete: "new-password", maximum: 1024))
            <button class="first">\(screen, .changePassword)</button>
            """))</section>
        """
    }

    private func secondFactorView(_ screen: Screen) -> Markup {
        """
        <section class="sheet" id="second-factor"><h2>\(screen, .secondFactor)</h2>
        \(account.hasSecondFactor ? removal(screen) : beginning(screen))
        </section>
        """
    }

    private func beginning(_ screen: Screen) -> Markup {
        """
        <div class="prose"><p>\(screen, .secondFactorSentence)</p>
        \(screen.form(Routes.enrolSecondFactor(), "<button name=\"do\" value=\"begin\">\(screen, .enrolSecondFactor)</button>"))</div>
        """
    }

    private func removal(_ screen: Screen) -> Markup {
        """
        <p class="row"><span class="tag full good">\(screen, .secondFactorOn)</span></p>
        \(screen.form(
            Routes.enrolSecondFactor(), class: "stack prose",
            """
            \(screen.input(.currentPassword, name: "password", type: "password", autocomplete: "current-password", maximum: 1024))
            <button class="danger" name="do" value="remove">\(screen, .removeSecondFactor)</button>
            """))
        """
    }
}
