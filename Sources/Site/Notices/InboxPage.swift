import Domain
import Markup
import Store

/// One's own notices: unread first, by the day on which they came.
struct InboxPage: Sendable {
    var unread: [(day: CalendarDay, rows: [NoticeRow])]
    var read: [(day: CalendarDay, rows: [NoticeRow])]
    /// The instant by which the last marking is taken back.
    var undo: Int64?
    var sendsMail: Bool

    init(rows: [NoticeRow], undo: Int64?, sendsMail: Bool) {
        unread = Self.byDay(rows.filter { $0.notice.readAt == nil })
        read = Self.byDay(rows.filter { $0.notice.readAt != nil })
        self.undo = undo
        self.sendsMail = sendsMail
    }

    private static func byDay(_ rows: [NoticeRow]) -> [(day: CalendarDay, rows: [NoticeRow])] {
        var result: [(day: CalendarDay, rows: [NoticeRow])] = []
        for row in rows {
            let day = CalendarDay(inVietnamAt: row.notice.madeAt)
            if result.last?.day != day { result.append((day, [])) }
            result[result.count - 1].rows.append(row)
        }
        return result
    }

    func view(_ screen: Screen) -> Markup {
        let settings: Markup =
            "<a class=\"button\" href=\"\(Routes.inboxSettings())\">\(screen, .noticeSettings)</a>"
        return screen.page(
            screen(.inbox),
            """
            \(screen.head("\(screen, .inbox)", "\(screen, .inboxSentence)", acts: settings))
            \(when: undo, { at in
                screen.notice(.good, "<p>\(screen, .markedRead)</p>\(screen.form(Routes.inbox(), class: "row", "<input type=\"hidden\" name=\"at\" value=\"\(at)\"><button class=\"small\" name=\"do\" value=\"undo\">\(screen, .undoMark)</button>"))", isLive: true)
            })
            \(when: !sendsMail, "<p class=\"soft small\">\(screen, .mailIsOff)</p>")
            \(when: unread.isEmpty && read.isEmpty, screen.nothing(.inboxEmpty))
            \(when: !unread.isEmpty, section(screen, .unreadNotices, unread, isUnread: true))
            \(when: !read.isEmpty, section(screen, .readNotices, read, isUnread: false))
            """)
    }

    private func section(
        _ screen: Screen, _ title: Phrase, _ days: [(day: CalendarDay, rows: [NoticeRow])], isUnread: Bool
    ) -> Markup {
        """
        <section class="sheet"><h2>\(screen, title)</h2>
        \(when: isUnread, screen.form(Routes.inbox(), class: "row", "<button name=\"do\" value=\"readAll\">\(screen, .markAllRead)</button>"))
        \(each: days, { day in
            """
            <h3>\(Spelling.day(day.day))</h3>
            <ul class="plainlist">\(each: day.rows, { item(screen, $0, isUnread: isUnread) })</ul>
            """
        })</section>
        """
    }

    private func item(_ screen: Screen, _ row: NoticeRow, isUnread: Bool) -> Markup {
        let notice = row.notice
        let sign = notice.rule.urgency == nil ? "half warn" : "square bad"
        return """
            <li><p><span class="tag \(sign)">\(screen, .notice(notice))</span></p>
            <p><a href="\(NoticeRow.link(notice))" lang="vi" id="about-\(notice.id.rawValue)">\(row.taskText ?? row.planTitle)</a></p>
            <p class="under soft"><span lang="vi">\(row.planTitle)</span>\(when: row.agencyName, { " · <span lang=\"vi\">\($0)</span>" })</p>
            \(when: isUnread, screen.form(Routes.inbox(), class: "row", "<input type=\"hidden\" name=\"notice\" value=\"\(notice.id.rawValue)\"><button class=\"small\" id=\"read-\(notice.id.rawValue)\" name=\"do\" value=\"read\" aria-labelledby=\"read-\(notice.id.rawValue) about-\(notice.id.rawValue)\">\(screen, .markRead)</button>"))</li>
            """
    }
}

extension NoticeRow {
    /// The page of what the notice is about.
    static func link(_ notice: Notice) -> Link {
        if let task = notice.task { return Routes.task(task.rawValue) }
        // Of an agency's new tasks: the plan itself, for the record of notices is for its planners.
        return notice.tasks == nil
            ? Routes.planNotices(notice.plan.rawValue) : Routes.plan(notice.plan.rawValue)
    }
}

extension Screen {
    /// The way to the inbox, with how much is unread.
    func inboxLink(_ unread: Int) -> Markup {
        """
        <a href="\(Routes.inbox())">\(self, .inbox)\(when: unread > 0, " <span class=\"unread\" aria-label=\"\(self, .unread(unread))\">\(unread >= 100 ? "99+" : String(unread))</span>")</a>
        """
    }
}
