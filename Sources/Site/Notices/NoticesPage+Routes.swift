import Domain
import HTTP
import Markup
import Operations

extension SitePages {
    mutating func addNotices() {
        get(Routes.inbox) { visit in
            let rows = try await ShowInbox().run(in: visit.site.office, as: visit.actor)
            let page = InboxPage(
                rows: rows, undo: Int64(visit.query("undo")), sendsMail: visit.site.settings.sendsMail)
            return visit.html(page.view(visit.screen))
        }
        post(Routes.inbox) { visit, form in try await visit.markNotices(form) }
        get(Routes.inboxSettings) { visit in
            guard let account = visit.session?.account else { return visit.redirect(Routes.signIn()) }
            return visit.html(try await visit.noticeSettingsPage(account, isOwn: true).view(visit.screen))
        }
        post(Routes.inboxSettings) { visit, form in
            guard let account = visit.session?.account else { return visit.redirect(Routes.signIn()) }
            return try await visit.setNotices(account, isOwn: true, form)
        }
        get(Routes.accountNotices) { visit in
            let account = try await ShowAccount(account: visit.id("account")).run(
                in: visit.site.office, as: visit.actor
            ).account
            return visit.html(try await visit.noticeSettingsPage(account, isOwn: false).view(visit.screen))
        }
        post(Routes.accountNotices) { visit, form in
            let account = try await ShowAccount(account: visit.id("account")).run(
                in: visit.site.office, as: visit.actor
            ).account
            return try await visit.setNotices(account, isOwn: false, form)
        }
        get(Routes.taskNotices) { visit in
            let task = try visit.id("task", of: Plan.Task.self)
            let record = try await ListNotices(about: task).run(in: visit.site.office, as: visit.actor)
            return visit.html(
                NoticeRecordPage(plan: record.plan, task: task, rows: record.rows).view(visit.screen))
        }
        get(Routes.planNotices) { visit in
            let plan = try visit.id("plan", of: Plan.self)
            let record = try await ListNotices(ofPlan: plan).run(in: visit.site.office, as: visit.actor)
            return visit.html(
                NoticeRecordPage(plan: record.plan, task: nil, rows: record.rows).view(visit.screen))
        }
    }
}

extension Visit {
    func markNotices(_ form: Form) async throws -> Response {
        let change: MarkNotices.Change
        switch form["do"] {
        case "read":
            guard let id = form["notice"], id.utf8.count <= 64 else { throw RequestRefused(.badRequest) }
            change = .read(Notice.ID(id))
        case "readAll": change = .readAll
        case "undo":
            guard let at = form["at"].flatMap({ Int64($0) }) else { throw RequestRefused(.badRequest) }
            change = .undo(at)
        default: throw RequestRefused(.badRequest)
        }
        let undo = try await MarkNotices(change).run(in: site.office, as: actor)
        return redirect(undo.map { Routes.inbox().with(query: [("undo", String($0))]) } ?? Routes.inbox())
    }

    func noticeSettingsPage(_ account: Account, isOwn: Bool, fault: Phrase? = nil) async throws
        -> NoticeSettingsPage
    {
        NoticeSettingsPage(
            shown: try await ShowNoticeSettings(of: account.id).run(in: site.office, as: actor),
            of: isOwn ? nil : (account.id, account.displayName), sendsMail: site.settings.sendsMail,
            fault: fault)
    }

    func setNotices(_ account: Account, isOwn: Bool, _ form: Form) async throws -> Response {
        var atOnce: Set<NoticeRule.Urgency> = []
        if form["returned"] == "yes" { atOnce.insert(.returned) }
        if form["escalated"] == "yes" { atOnce.insert(.escalated) }
        let email = (form["email"] ?? "").trimmingSpaces()
        let settings = NoticeSettings(
            email: email.isEmpty ? nil : email, usesMail: form["mail"] == "yes",
            minute: NoticeSettingsPage.minute(form["hour"] ?? ""), atOnce: atOnce,
            onDaysOff: form["daysOff"] == "yes")
        do {
            try await SetNoticeSettings(settings, of: account.id).run(in: site.office, as: actor)
        } catch let refusal as NoticeRefused {
            var page = try await noticeSettingsPage(
                account, isOwn: isOwn, fault: Phrase(refusal.vietnamese, refusal.english))
            page.shown.settings = settings
            if refusal == .badHour { page.shown.settings.minute = NoticeSettings.standard.minute }
            return refused(refusal, page.view(screen))
        }
        let place = isOwn ? Routes.inboxSettings() : Routes.accountNotices(account.id.rawValue)
        return redirect(place, flash: .changed)
    }
}
