import Domain
import Markup
import Operations

/// How an account is told: its own, or one that an administrator looks after.
struct NoticeSettingsPage: Sendable {
    var shown: ShownNoticeSettings
    /// Nil: one's own.
    var of: (id: Account.ID, name: String)?
    var sendsMail: Bool
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        let settings = shown.settings
        let action = of.map { Routes.accountNotices($0.id.rawValue) } ?? Routes.inboxSettings()
        return screen.page(
            screen(.noticeSettings), width: .narrow,
            """
            \(way(screen))
            \(screen.head("\(screen, .noticeSettings)", of.map { "<span lang=\"vi\">\($0.name)</span>" } ?? "\(screen, .noticeSettingsSentence)"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(when: !sendsMail, screen.notice(.warn, "<p>\(screen, .mailIsOff)</p>"))
            \(when: lastFailure, { screen.notice(.warn, "<p>\(screen, $0)</p>") })
            <section class="sheet"><h2>\(screen, .mailWays)</h2>
            \(screen.form(
                action, class: "stack",
                """
                \(screen.input(.mailAddress, name: "email", type: "email", value: settings.email ?? "", hint: .mailAddressHint, autocomplete: "email", isRequired: false, maximum: 254))
                \(when: shown.postEmail, { "<p class=\"soft small\">\(screen, .postAddress($0))</p>" })
                \(box(screen, "mail", .usesMail, settings.usesMail))
                \(screen.input(.digestHour, name: "hour", type: "time", value: Self.hour(settings.minute)))
                \(box(screen, "returned", .atOnceReturned, settings.atOnce.contains(.returned)))
                \(box(screen, "escalated", .atOnceEscalated, settings.atOnce.contains(.escalated)))
                \(box(screen, "daysOff", .onDaysOff, settings.onDaysOff))
                <button class="first">\(screen, .save)</button>
                """))</section>
            """)
    }

    private func way(_ screen: Screen) -> Markup {
        guard let of else {
            return "<p class=\"path\"><a href=\"\(Routes.inbox())\">\(screen, .inbox)</a></p>"
        }
        return """
            <p class="path"><a href="\(Routes.accounts())">\(screen, .accounts)</a> \
            <a href="\(Routes.accountPage(of.id.rawValue))" lang="vi">\(of.name)</a></p>
            """
    }

    private var lastFailure: Phrase? {
        guard let last = shown.last, last.state == .bounced || last.state == .givenUp else { return nil }
        return .lastMailFailed(last.address, last.answer ?? "–")
    }

    private func box(_ screen: Screen, _ name: String, _ label: Phrase, _ isOn: Bool) -> Markup {
        """
        <p><label><input type="checkbox" name="\(name)" value="yes"\(when: isOn, " checked")> \(screen, label)</label></p>
        """
    }

    /// `07:30`.
    static func hour(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }

    /// Minutes since midnight of `07:30`; -1, which is refused, of anything else.
    static func minute(_ text: String) -> Int {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count >= 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else { return -1 }
        return parts[0] * 60 + parts[1]
    }
}
