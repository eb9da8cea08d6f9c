import Markup
import Operations
import Store

/// Leads from one's own account to the provider, to bind oneself.
struct LeaveForProviderPage: Sendable {
    var provider: String
    var address: Link

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.linkTo(provider)), width: .narrow,
            """
            <p class="path"><a href="\(Routes.account())">\(screen, .ownAccount)</a></p>
            \(screen.head("\(screen, .linkTo(provider))", "\(screen, .goOnAtSentence(provider))"))
            <p class="row"><a class="button first" href="\(address)">\(screen, .goOnAt(provider))</a> \
            <a href="\(Routes.account())">\(screen, .cancel)</a></p>
            """)
    }
}

extension ShowOpenIDLink.View {
    /// Whether the account is bound, and since when.
    private func state(_ screen: Screen) -> Markup {
        guard let link else {
            return "<p>\(screen, .notLinkedTo(providerName))\(when: invitation, { waiting(screen, $0) })</p>"
        }
        let used = link.lastUsedAt.map { Spelling.instant($0) }
        return """
            <p class="row"><span class="tag full good">\(screen, .linkedTo(providerName))</span>
            <span class="soft">\(screen, .openIDSince) <span class="date">\(Spelling.instant(link.linkedAt))</span> · \
            \(screen, .openIDLastUsed) <span class="date">\(used ?? screen(.openIDNeverUsed))</span></span></p>
            """
    }

    private func waiting(_ screen: Screen, _ invitation: OpenIDInvitation) -> Markup {
        " \(screen, .waitsForEmail(Spelling.instant(invitation.expiresAt))) <b>\(invitation.email)</b>"
    }

    private func unlinking(_ screen: Screen, _ address: Link) -> Markup {
        screen.form(
            address,
            """
            <button class="danger" name="do" value="unlink">\(screen, link == nil ? .openIDStopWaiting : .unlinkFrom(providerName))</button>
            """)
    }

    /// For the account's own person: bind, or give it up.
    func own(_ screen: Screen) -> Markup {
        """
        <section class="sheet" id="openid"><h2>\(screen, .signInBy(providerName))</h2>
        \(state(screen))
        \(link == nil
            ? screen.form(
                Routes.ownOpenID(), class: "stack prose",
                """
                <p>\(screen, .openIDSentence)</p>
                \(screen.input(.currentPassword, name: "confirm", type: "password", autocomplete: "current-password", maximum: 1024))
                <button name="do" value="link">\(screen, .linkTo(providerName))</button>
                """)
            : unlinking(screen, Routes.ownOpenID()))
        </section>
        """
    }

    /// For an administrator: bind by an address or an identifier, or give it up.
    func administration(_ screen: Screen, _ account: String) -> Markup {
        let address = Routes.accountOpenID(account)
        let binding: Markup = """
            \(screen.form(
                address, class: "stack prose",
                """
                \(screen.input(.openIDEmail, name: "email", type: "email", hint: .openIDEmailHint, autocomplete: "off", maximum: 254))
                <button name="do" value="invite">\(screen, .openIDWait)</button>
                """))
            \(screen.form(
                address, class: "stack prose",
                """
                \(screen.input(.openIDSubject, name: "subject", hint: .openIDSubjectHint, autocomplete: "off", maximum: 255))
                <button name="do" value="link">\(screen, .openIDLinkNow)</button>
                """))
            """
        return """
            <section class="sheet" id="openid"><h2>\(screen, .signInBy(providerName))</h2><div class="stack">
            \(state(screen))
            \(when: link != nil || invitation != nil, unlinking(screen, address))
            \(when: link == nil, binding)
            </div></section>
            """
    }
}
