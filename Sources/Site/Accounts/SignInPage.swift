import Markup

/// Name and password, the first step of signing in.
struct SignInPage: Sendable {
    /// What was typed before, to be corrected.
    var name: String = ""
    /// Where to go afterwards.
    var back: Link?
    var fault: Phrase?

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
                """))</div>
            <p class="small soft after">\(screen, .forgotPassword)</p>
            """)
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
