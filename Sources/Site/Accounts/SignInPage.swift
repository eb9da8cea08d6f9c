import Markup

/// Name and password, the first step of signing in.
struct SignInPage: Sendable {
    /// What was typed before, to be corrected.
    var name: String = ""
    /// Where to go afterwards.
    var back: Link?
    var fault: Phrase?
    /// What the operator calls the provider by which one may sign in as well; nil where there is none.
    var provider: String?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.signIn), width: .narrow,
            """
            \(screen.head("\(screen, .signIn)", "\(screen, .signInSentence)"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            <div class="sheet">\(screen.form(
                Routes.signIn(), class: "stack",
                """
                \(when: back, { "<input type=\"hidden\" name=\"back\" value=\"\($0)\">" })
                \(screen.input(.accountName, name: "name", value: name, autocomplete: "username", maximum: 64, hasFocus: name.isEmpty))
                \(screen.input(.password, name: "password", type: "password", autocomplete: "current-password", maximum: 1024, hasFocus: !name.isEmpty))
                <button class="first">\(screen, .signIn)</button>
                """))\(when: provider, { byProvider(screen, $0) })</div>
            <p class="small soft after">\(screen, .forgotPassword)</p>
            """)
    }

    /// A link and no form: a form's answer may not lead to another site (`form-action`).
    private func byProvider(_ screen: Screen, _ provider: String) -> Markup {
        let address = Routes.openID().with(query: back.map { [("back", $0.address)] } ?? [])
        return """

            <p class="after"><span class="soft">\(screen, .orByProvider)</span> \
            <a class="button" href="\(address)">\(screen, .signInBy(provider))</a></p>
            """
    }
}

/// The six digits of the second factor.
struct SecondFactorPage: Sendable {
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.secondFactor), width: .narrow,
            """
            \(screen.head("\(screen, .secondFactor)", "\(screen, .secondFactorAsked)"))
            <div class="sheet">\(screen.form(
                Routes.secondFactor(), class: "stack",
                """
                \(screen.code(fault: fault))
                <div class="row"><button class="first">\(screen, .goOn)</button> <a href="\(Routes.signIn())">\(screen, .cancel)</a></div>
                """))</div>
            """)
    }
}
