import Domain
import Markup

/// Hands an authenticator app its secret and asks for a code of it; a wrong code leaves the secret as it is.
struct EnrolSecondFactorPage: Sendable {
    /// Base 32, without blanks.
    var secret: String
    /// What the QR code holds.
    var uri: String
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.enrolSecondFactor), width: .narrow,
            """
            <p class="path"><a href="\(Routes.account())">\(screen, .ownAccount)</a></p>
            \(screen.head("\(screen, .enrolSecondFactor)"))
            <div class="sheet"><ol class="steps">
            <li>\(screen, .installApp)</li>
            <li>\(screen, .scanSecret)\(when: QRCode(uri), { "<div class=\"qr\" role=\"img\" aria-label=\"\(screen, .qrLabel)\">\($0.view)</div>" })
            <details><summary>\(screen, .cannotScan)</summary>
            <dl class="facts"><dt>\(screen, .secretKey)</dt><dd><code>\(EnrolSecondFactorPage.grouped(secret))</code></dd>
            <dt>\(screen, .setUpAddress)</dt><dd><code>\(uri)</code></dd></dl></details></li>
            <li>\(screen.form(
                Routes.enrolSecondFactor(), class: "stack",
                """
                \(screen.code(fault: fault))
                <div class="row"><button class="first" name="do" value="enrol">\(screen, .confirm)</button> <a href="\(Routes.account())">\(screen, .cancel)</a></div>
                """))</li></ol></div>
            """)
    }

    /// In fours, as people read long keys out; apps ignore the blanks.
    static func grouped(_ secret: String) -> String {
        stride(from: 0, to: secret.count, by: 4).map { String(secret.dropFirst($0).prefix(4)) }
            .joined(separator: " ")
    }
}

extension Screen {
    /// The field for six digits of an authenticator app; it has the focus, for nothing else is asked there.
    func code(fault: Phrase?) -> Markup {
        input(
            .code, name: "code", hint: .codeHint, fault: fault, autocomplete: "one-time-code", maximum: 10,
            mode: "numeric", hasFocus: true)
    }
}
