import Domain
import Markup
import Operations

/// The accounts that an administrator looks after.
struct AccountsPage: Sendable {
    struct Row: Sendable {
        var account: Account
        var roles: [(role: Role, agency: String)]
        var openID: OpenIDStanding?
    }

    var rows: [Row]
    /// What the operator calls the provider of sign-in; nil where there is none.
    var provider: String?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.accounts), at: .accounts,
            """
            \(screen.head("\(screen, .accounts)", "\(screen, .accountsSentence)", acts: "<a class=\"button first\" href=\"\(Routes.newAccount())\">\(screen, .newAccount)</a>"))
            \(when: rows.isEmpty, screen.nothing(.noAccounts), otherwise: table(screen))
            """)
    }

    private func table(_ screen: Screen) -> Markup {
        """
        <div class="table" role="region" aria-label="\(screen, .accounts)" tabindex="0"><table class="folds">
        <thead><tr><th scope="col">\(screen, .displayName)</th><th scope="col">\(screen, .accountName)</th><th scope="col">\(screen, .roles)</th><th scope="col">\(screen, .state)</th></tr></thead>
        <tbody>\(each: rows, { row in
            """
            <tr><th scope="row"><a href="\(Routes.accountPage(row.account.id.rawValue))" lang="vi">\(row.account.displayName)</a></th>
            <td data-label="\(screen, .accountName)">\(row.account.name)</td>
            <td data-label="\(screen, .roles)">\(each: row.roles, { "<span class=\"under\"><b>\(screen, $0.role.name)</b> · <span lang=\"vi\">\($0.agency)</span></span>" })</td>
            <td>\(row.account.isDisabled ? "<span class=\"tag square bad\">\(screen, .disabled)</span>" : "<span class=\"tag full good\">\(screen, .enabled)</span>")\
            \(when: row.account.hasSecondFactor, "<span class=\"under\">\(screen, .secondFactorOn)</span>")\
            \(when: openID(row), { "<span class=\"under\"><a href=\"\(Routes.accountPage(row.account.id.rawValue).with(fragment: "openid"))\">\(screen, $0)</a></span>" })</td></tr>
            """
        })</tbody></table></div>
        """
    }
}

extension AccountsPage {
    /// Led to from the list, for there it is unlinked.
    private func openID(_ row: Row) -> Phrase? {
        guard let provider, let standing = row.openID else { return nil }
        return switch standing {
        case .linked: .linkedTo(provider)
        case .waiting: .waitsForLink(provider)
        }
    }
}

/// One account, to be given roles, disabled or helped with a lost password.
struct AccountPage: Sendable {
    var account: Account
    var roles: [(role: Role, agency: Agency.ID, name: String)]
    var agencies: [Agency]
    var isOwn: Bool
    var fault: Phrase?
    /// Shown once, right after a reset.
    var oneTimePassword: String?
    /// How it stands with the provider of sign-in; nil where there is none.
    var openID: ShowOpenIDLink.View?

    func view(_ screen: Screen) -> Markup {
        let id = account.id.rawValue
        return screen.page(
            account.displayName, at: .accounts,
            """
            <p class="path"><a href="\(Routes.accounts())">\(screen, .accounts)</a></p>
            \(screen.head("<span lang=\"vi\">\(account.displayName)</span>", "\(account.name)"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(when: oneTimePassword, { screen.notice(.good, "<p>\(screen, .oneTimePassword)</p><p><code>\($0)</code></p>", isLive: true) })
            \(when: isOwn, screen.notice(.warn, "<p>\(screen, .ownAccountSentence)</p>"))
            \(when: !isOwn, "<p><a href=\"\(Routes.accountNotices(id))\">\(screen, .noticeSettings)</a></p>")
            <section class="sheet"><h2>\(screen, .roles)</h2>
            <ul class="plainlist">\(each: roles, { role in
                """
                <li class="row"><span><b>\(screen, role.role.name)</b> · <span lang="vi">\(role.name)</span></span>
                \(when: !isOwn, screen.form(
                    Routes.accountPage(id),
                    """
                    <input type="hidden" name="role" value="\(role.role.rawValue)"><input type="hidden" name="agency" value="\(role.agency.rawValue)">
                    <button class="small danger" name="do" value="revoke">\(screen, .revoke)</button>
                    """))</li>
                """
            })</ul>
            \(when: !isOwn, screen.form(
                Routes.accountPage(id), class: "filter",
                """
                \(AccountPage.roleFields(screen, agencies))
                <button name="do" value="grant">\(screen, .grant)</button>
                """))
            </section>
            \(when: isOwn ? nil : openID, { $0.administration(screen, id) })
            \(when: !isOwn, dangers(screen, id))
            """)
    }

    private func dangers(_ screen: Screen, _ id: String) -> Markup {
        """
        <section class="sheet"><h2>\(screen, .access)</h2><div class="row">
        \(screen.form(Routes.accountPage(id), "<button name=\"do\" value=\"reset\">\(screen, .resetPassword)</button>"))
        \(screen.form(Routes.accountPage(id), account.isDisabled
            ? "<button name=\"do\" value=\"enable\">\(screen, .enable)</button>"
            : "<button class=\"danger\" name=\"do\" value=\"disable\">\(screen, .disable)</button>"))
        </div></section>
        """
    }

    static func roleFields(_ screen: Screen, _ agencies: [Agency]) -> Markup {
        """
        \(screen.choice(.agency, name: "agency", chosen: "", options: agencies.map { ($0.id.rawValue, $0.name) }, isVietnamese: true))
        \(screen.choice(.role, name: "role", chosen: Role.planner.rawValue, options: Role.allCases.map { ($0.rawValue, screen($0.name)) }))
        """
    }
}

/// The form for an account that doesn't exist yet.
struct NewAccountPage: Sendable {
    var agencies: [Agency]
    var name = ""
    var displayName = ""
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.newAccount), at: .accounts, width: .narrow,
            """
            <p class="path"><a href="\(Routes.accounts())">\(screen, .accounts)</a></p>
            \(screen.head("\(screen, .newAccount)"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            <div class="sheet">\(screen.form(
                Routes.newAccount(), class: "stack",
                """
                \(screen.input(.displayName, name: "displayName", value: displayName, autocomplete: "off", maximum: 200))
                \(screen.input(.accountName, name: "name", value: name, hint: .accountNameHint, autocomplete: "off", maximum: 64))
                \(screen.input(.password, name: "password", type: "password", hint: .passwordHint, autocomplete: "new-password", maximum: 1024))
                \(AccountPage.roleFields(screen, agencies))
                <button class="first">\(screen, .createAccount)</button>
                """))</div>
            """)
    }
}
