import Domain
import Markup
import Operations

/// An agency's tokens for programs, and the form that makes one.
struct APITokensPage: Sendable {
    var view: ListAPITokens.View
    /// What was just made: the only time that its secret is shown.
    var made: NewAPIToken?
    var fault: Phrase?
    /// What a refused form held.
    var typedName = ""
    var typedScopes: Set<APIScope> = [.readPlans, .readTasks]
    var typedDays = 90

    private var address: Link { Routes.apiTokens(view.agency.id.rawValue) }

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.apiTokens), at: .agencies,
            """
            <p class="path"><a href="\(Routes.agencies())">\(screen, .agencies)</a> › \
            <a href="\(Routes.agency(view.agency.id.rawValue))" lang="vi">\(view.agency.name)</a></p>
            \(screen.head("\(screen, .apiTokens)", "\(screen, .apiTokensSentence)"))
            <p><a href="\(Routes.webhooks(view.agency.id.rawValue))">\(screen, .webhooks)</a></p>
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(when: made, { secret(screen, $0) })
            <section class="sheet" aria-labelledby="known"><h2 id="known">\(screen, .apiTokens)</h2>
            \(when: view.rows.isEmpty, screen.nothing(.apiNoTokens))
            <ul class="plainlist">\(each: view.rows, { row(screen, $0) })</ul></section>
            \(form(screen))
            """)
    }

    private func secret(_ screen: Screen, _ made: NewAPIToken) -> Markup {
        screen.notice(
            .good,
            """
            <p>\(screen, .apiTokenMade) <b lang="vi">\(made.token.name)</b></p>
            <p><code id="secret">\(made.secret)</code></p>
            """, isLive: true)
    }

    private func row(_ screen: Screen, _ row: ListAPITokens.Row) -> Markup {
        let token = row.token
        let isAlive = token.isAlive(at: view.now)
        let sign: Markup =
            isAlive
            ? "<span class=\"tag full good\">\(screen, .apiAlive)</span>"
            : "<span class=\"tag square bad\">\(screen, token.revokedAt == nil ? .apiExpired : .apiRevoked)</span>"
        return """
            <li><b lang="vi">\(token.name)</b> \(sign)
            <span class="under">\(screen, .apiScopes): \(token.scopes.sorted().map { screen($0.name) }.joined(separator: ", "))</span>
            <span class="under">\(screen, .apiMadeBy) <span lang="vi">\(row.maker ?? screen(.commandLine))</span>, \
            <span class="date">\(Spelling.instant(token.createdAt))</span> · \(screen, .apiExpires) \
            <span class="date">\(Spelling.instant(token.expiresAt))</span> · \(screen, .apiLastUsed) \
            <span class="date">\(token.lastUsedAt.map { Spelling.instant($0) } ?? screen(.apiNeverUsed))</span></span>
            \(when: isAlive, screen.form(
                address,
                """
                <input type="hidden" name="id" value="\(token.id.rawValue)">\
                <button class="small danger" name="do" value="revoke">\(screen, .apiRevoke)</button>
                """))</li>
            """
    }

    private func form(_ screen: Screen) -> Markup {
        """
        <section class="sheet" aria-labelledby="make"><h2 id="make">\(screen, .apiNewToken)</h2>
        \(screen.form(
            address, class: "stack",
            """
            \(screen.input(.apiTokenName, name: "name", value: typedName, hint: .apiTokenNameHint, autocomplete: "off", maximum: 100))
            <fieldset class="field"><legend>\(screen, .apiScopes)</legend>
            \(each: APIScope.allCases, { scope in
                """
                <label><input type="checkbox" name="scope" value="\(scope.rawValue)"\(when: typedScopes.contains(scope), " checked")> \
                \(screen, scope.name)</label>
                """
            })</fieldset>
            \(screen.choice(.apiLifetime, name: "days", chosen: String(typedDays), options: APIToken.lifetimesDays.map { (String($0), screen(Phrase("\($0) ngày", "\($0) days"))) }))
            <button class="first" name="do" value="make">\(screen, .apiMake)</button>
            """))
        </section>
        """
    }
}

extension APIScope {
    var name: Phrase {
        switch self {
        case .readPlans: Phrase("đọc kế hoạch", "read plans")
        case .readTasks: Phrase("đọc nhiệm vụ", "read tasks")
        case .writeTasks: Phrase("làm việc với nhiệm vụ thay cơ quan", "work on tasks as the agency")
        case .judgeTasks:
            Phrase(
                "công nhận, trả lại nhiệm vụ trong kế hoạch của cơ quan", "judge tasks of the agency’s plans")
        case .readEvidence: Phrase("tải tệp minh chứng", "download files of evidence")
        case .readAgencies: Phrase("đọc danh mục cơ quan", "read the register of agencies")
        case .manageWebhooks:
            Phrase(
                "ghi địa chỉ nhận sự kiện, xem và gửi lại",
                "name addresses for events, see and resend what was sent")
        }
    }
}
