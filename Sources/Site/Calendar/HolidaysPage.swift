import Domain
import HTTP
import Markup
import Operations

/// Days that are off or worked in exchange in one year: the law's, and what was announced.
struct HolidaysPage: Sendable {
    var year: Int
    var holidays: [Holiday]
    /// Days that somebody entered and may take away.
    var announced: Set<CalendarDay>
    var lunar: LunarDates
    var mayManage: Bool
    /// Days off for holidays at the weekend that nobody has entered yet.
    var proposals: [Holiday] = []
    /// Nothing was announced for the year.
    var isUnannounced = false
    var fault: Phrase?
    /// The day is entered already: whoever sends it again may say that it is to be replaced.
    var asksToReplace = false
    var typed: [String: String] = [:]

    func view(_ screen: Screen) -> Markup {
        screen.page(
            "\(screen(.holidays)) \(year)", at: .calendar,
            """
            <p class="path"><a href="\(Routes.calendar())">\(screen, .calendar)</a></p>
            \(screen.head("\(screen, .holidays) – \(year)", "\(screen, .holidaysSentence)", acts: """
                <a class="button small" rel="prev" href="\(link(year - 1))">\(screen, .previousYear)</a><a class="button small" rel="next" href="\(link(year + 1))">\(screen, .nextYear)</a>
                """))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(when: isUnannounced, screen.notice(.warn, "<p>\(screen, .yearUnannounced(year))</p>"))
            \(table(screen))
            \(when: !proposals.isEmpty, proposed(screen))
            \(when: mayManage, adding(screen))
            """)
    }

    private func link(_ year: Int) -> Link { Routes.holidays().with(query: [("year", String(year))]) }

    private func table(_ screen: Screen) -> Markup {
        """
        <div class="table" role="region" aria-label="\(screen, .holidays)" tabindex="0"><table class="folds">
        <thead><tr><th scope="col">\(screen, .holidayDay)</th><th scope="col">\(screen, .holidayName)</th><th scope="col">\(screen, .holidayKind)</th>\
        <th scope="col">\(screen, .holidaySource)</th>\(when: mayManage, "<th scope=\"col\">\(screen, .edit)</th>")</tr></thead>
        <tbody>\(each: holidays, { holiday in
            """
            <tr><th scope="row"><span class="date">\(Spelling.weekday(holiday.day, screen.language)) \(Spelling.day(holiday.day))</span>\
            \(when: lunar[holiday.day], { "<span class=\"under\">\(screen, .lunar) \($0.whole)</span>" })</th>
            <td lang="vi" data-label="\(screen, .holidayName)">\(holiday.name)</td><td data-label="\(screen, .holidayKind)">\(screen, holiday.kind.name)</td>
            <td lang="vi" data-label="\(screen, .holidaySource)">\(holiday.source)</td>\
            \(when: mayManage, "<td>\(when: announced.contains(holiday.day), removing(screen, holiday))</td>")</tr>
            """
        })</tbody></table></div>
        """
    }

    private func removing(_ screen: Screen, _ holiday: Holiday) -> Markup {
        screen.form(
            Routes.holidays(),
            """
            <input type="hidden" name="day" value="\(holiday.day.description)"><button class="small" name="do" value="remove" aria-label="\(screen, .removeHere): \(Spelling.day(holiday.day))">\(screen, .removeHoliday)</button>
            """)
    }

    /// What follows from the law, for an administrator to confirm; others see that it isn't counted yet.
    private func proposed(_ screen: Screen) -> Markup {
        """
        <section class="sheet after" aria-labelledby="proposed"><h2 id="proposed">\(screen, .proposedDays)</h2>
        <p class="small">\(screen, .proposedSentence)</p>
        <ul class="plainlist">\(each: proposals, { one in
            """
            <li><span class="date">\(Spelling.weekday(one.day, screen.language)) \(Spelling.day(one.day))</span> <span lang="vi">\(one.name)</span>\
            <span class="under" lang="vi">\(one.source)</span>\(when: mayManage, confirming(screen, one))</li>
            """
        })</ul></section>
        """
    }

    private func confirming(_ screen: Screen, _ one: Holiday) -> Markup {
        screen.form(
            Routes.holidays(),
            """
            <input type="hidden" name="day" value="\(one.day.description)"><input type="hidden" name="kind" value="\(one.kind.rawValue)">\
            <input type="hidden" name="name" value="\(one.name)"><input type="hidden" name="source" value="\(one.source)">\
            <button class="small" name="do" value="set" aria-label="\(screen, .confirmDay): \(Spelling.day(one.day))">\(screen, .confirmDay)</button>
            """)
    }

    private func adding(_ screen: Screen) -> Markup {
        """
        <section class="sheet after" aria-labelledby="add"><h2 id="add">\(screen, .add)</h2>
        \(screen.form(
            Routes.holidays(), class: "stack",
            """
            \(screen.input(.holidayDay, name: "day", type: "date", value: typed["day"] ?? ""))
            \(screen.choice(.holidayKind, name: "kind", chosen: typed["kind"] ?? Holiday.Kind.off.rawValue, options: Holiday.Kind.allCases.map { ($0.rawValue, screen($0.name)) }))
            \(screen.input(.holidayName, name: "name", value: typed["name"] ?? "", autocomplete: "off", maximum: 200))
            \(screen.input(.holidaySource, name: "source", value: typed["source"] ?? "", autocomplete: "off", maximum: 500))
            \(when: asksToReplace, "<p><label class=\"check\"><input type=\"checkbox\" name=\"replaces\" value=\"yes\"> <span>\(screen, .replaceDay)</span></label></p>")
            <button name="do" value="set">\(screen, .addHoliday)</button>
            """))
        </section>
        """
    }
}

extension SitePages {
    mutating func addHolidays() {
        get(Routes.holidays) { visit in
            let year = Int(visit.query("year")) ?? visit.site.office.today.year
            return visit.html(try await visit.holidaysPage(year).view(visit.screen))
        }
        post(Routes.holidays) { visit, form in try await visit.changeHoliday(form) }
    }
}

extension Visit {
    func holidaysPage(
        _ asked: Int, fault: Phrase? = nil, asksToReplace: Bool = false, typed: [String: String] = [:]
    ) async throws -> HolidaysPage {
        let office = site.office
        let year = CalendarPage.years.contains(asked) ? asked : office.today.year
        let calendar = try await ShowWorkingCalendar(years: year...year).run(in: office, as: actor)
        let days = CalendarPage.days(.year, CalendarDay(year: year, month: 1, day: 1) ?? office.today)
        return HolidaysPage(
            year: year, holidays: calendar.holidays.filter { $0.day.year == year },
            announced: try await ListAnnouncedDays(year: year).run(in: office, as: actor),
            lunar: LunarDates(days),
            mayManage: Permission.allows(actor, .manageHolidays, on: .init()),
            proposals: calendar.proposedCompensations.filter { $0.day.year == year },
            isUnannounced: !calendar.unannouncedYears.isEmpty, fault: fault, asksToReplace: asksToReplace,
            typed: typed)
    }

    func changeHoliday(_ form: Form) async throws -> Response {
        let office = site.office
        var typed: [String: String] = [:]
        for name in ["day", "kind", "name", "source"] { typed[name] = form[name] ?? "" }
        let day = CalendarDay(iso: typed["day"] ?? "")
        do {
            guard let day else { throw TaskRefused.badDay }
            if form["do"] == "remove" {
                try await RemoveHoliday(day).run(in: office, as: actor)
            } else {
                guard let kind = Holiday.Kind(rawValue: typed["kind"] ?? "") else {
                    throw RequestRefused(.badRequest)
                }
                let holiday = Holiday(
                    day: day, kind: kind, name: typed["name"] ?? "", source: typed["source"] ?? "")
                try await SetHoliday(holiday, replaces: form["replaces"] == "yes").run(in: office, as: actor)
            }
            return redirect(Routes.holidays().with(query: [("year", String(day.year))]), flash: .changed)
        } catch let refusal as TaskRefused {
            var isEntered = false
            if case .dayEntered = refusal { isEntered = true }
            let page = try await holidaysPage(
                day?.year ?? office.today.year, fault: Phrase(refusal.vietnamese, refusal.english),
                asksToReplace: isEntered, typed: typed)
            return refused(refusal, page.view(screen))
        }
    }
}
