import Domain
import Markup
import Operations
import Store

extension CalendarPage {
    func view(_ screen: Screen) -> Markup {
        screen.page(
            "\(screen(.calendar)) – \(title(screen))", at: .calendar,
            """
            \(screen.head("\(title(screen))", "<span lang=\"vi\">\(due.name ?? screen(.everything))</span>", acts: """
                <a class="button" href="\(Routes.feeds())">\(screen, .feeds)</a><a class="button" href="\(Routes.holidays())">\(screen, .holidays)</a>
                """))
            \(chooser(screen))
            \(ways(screen))
            \(when: tellsUnannounced && working.unannouncedYears.contains(day.year), screen.notice(.warn, "<p>\(screen, .yearUnannounced(day.year))</p>"))
            \(body(screen))
            """)
    }

    private func title(_ screen: Screen) -> String {
        switch view {
        case .month: screen(.month(day.month, day.year))
        case .year: screen(.year(day.year))
        case .day: "\(Spelling.weekday(day, screen.language)), \(Spelling.day(day))"
        }
    }

    private func chooser(_ screen: Screen) -> Markup {
        """
        <form method="get" action="\(Routes.calendar())" class="filter">
        <div class="field wide"><label for="of">\(screen, .calendarOf)</label><select id="of" name="of">\(each: choices, { choice in
            "<option value=\"\(choice.value)\"\(when: choice.value == whose.text, " selected") lang=\"vi\">\(choice.name)</option>"
        })<option value="all"\(when: whose == .everything, " selected")>\(screen, .everything)</option></select></div>
        \(screen.choice(.showDay, name: "view", chosen: view.rawValue, options: [("month", screen(.monthView)), ("year", screen(.yearView)), ("day", screen(.dayView))]))
        \(screen.input(.dayView, name: "on", type: "date", value: day.description))
        <button>\(screen, .showCalendar)</button></form>
        """
    }

    private func ways(_ screen: Screen) -> Markup {
        let (before, after, words): (CalendarDay, CalendarDay, (Phrase, Phrase)) =
            switch view {
            case .month: (day.adding(months: -1), day.adding(months: 1), (.previousMonth, .nextMonth))
            case .year: (day.adding(months: -12), day.adding(months: 12), (.previousYear, .nextYear))
            case .day: (day.adding(days: -1), day.adding(days: 1), (.previousDay, .nextDay))
            }
        return """
            <nav class="pages calendar-ways" aria-label="\(screen, .calendar)">
            <a class="button small" rel="prev" href="\(link(view, before))">\(screen, words.0)</a>
            <span class="row"><a href="\(link(view, today))">\(screen, .today)</a>\
            \(when: view != .month, "<a href=\"\(link(.month, day))\">\(screen, .month(day.month, day.year))</a>")\
            \(when: view != .year, "<a href=\"\(link(.year, day))\">\(screen, .year(day.year))</a>")</span>
            <a class="button small" rel="next" href="\(link(view, after))">\(screen, words.1)</a></nav>
            """
    }

    private func body(_ screen: Screen) -> Markup {
        switch view {
        case .month: month(screen)
        case .year: year(screen)
        case .day: dayList(screen)
        }
    }

    // MARK: - Month

    private func month(_ screen: Screen) -> Markup {
        let days = Self.days(.month, day)
        let mondays = stride(from: days.lowerBound.dayNumber, to: days.upperBound.dayNumber, by: 7)
        return """
            <div class="table" role="region" aria-label="\(title(screen))" tabindex="0"><table class="month">
            <thead><tr>\(each: 0..<7, { "<th scope=\"col\"><span class=\"wide-only\">\(screen, .weekday($0))</span><abbr class=\"narrow-only\" title=\"\(screen, .weekday($0))\">\(screen, .shortWeekday($0))</abbr></th>" })</tr></thead>
            <tbody>\(each: mondays, { monday in
                "<tr>\(each: 0..<7, { cell(screen, CalendarDay(dayNumber: monday + $0)) })</tr>"
            })</tbody></table></div>
            <p class="small soft">\(screen, .lunarHint)</p>
            \(when: !due.tasks.isEmpty, monthList(screen))
            """
    }

    /// The month as a list, where its cells are too narrow for words.
    private func monthList(_ screen: Screen) -> Markup {
        """
        <section class="sheet narrow-block" aria-labelledby="list"><h2 id="list">\(screen, .dueList)</h2><ul class="plainlist">
        \(each: due.tasks.keys.sorted(), { day in
            """
            <li><a href="\(link(.day, day))" class="date">\(Spelling.weekday(day, screen.language)) \(Spelling.day(day))</a>\
            \(each: due.tasks[day] ?? [], { task in
                "<span class=\"under\"><a href=\"\(Routes.task(task.task.rawValue))\" lang=\"vi\">\(task.text)</a> (\(screen, lateness(task)))</span>"
            })</li>
            """
        })</ul></section>
        """
    }

    private func cell(_ screen: Screen, _ day: CalendarDay) -> Markup {
        let holiday = working.holiday(on: day)
        let tasks = due.tasks[day] ?? []
        let count = due.counts[day]?.total ?? 0
        let classes = [
            day.month == self.day.month ? nil : "other", working.isWorkingDay(day) ? nil : "off",
            day == today ? "today" : nil,
        ].compactMap { $0 }
        return """
            <td\(when: !classes.isEmpty, " class=\"\(classes.joined(separator: " "))\"")\(when: day == today, " aria-current=\"date\"")>\
            <p class="day"><a href="\(link(.day, day))"><b class="number">\(day.day)</b><span class="only-heard"> \(Spelling.weekday(day, screen.language)) \(Spelling.day(day))\(when: count > 0, ", \(screen, .tasksCounted(count))")</span></a>\
            \(when: lunar[day], { "<span class=\"lunar\"><span class=\"only-heard\">\(screen, .lunar) </span>\($0.text)</span>" })\
            \(when: count > 0, "<span class=\"dots\" aria-hidden=\"true\">\(count)</span>")</p>\
            \(when: holiday, { "<p class=\"holiday\">\(when: $0.kind == .work, "\(screen, .exchangedDay): ")<span lang=\"vi\">\($0.name)</span></p>" })\
            \(when: !tasks.isEmpty, "<ul class=\"due\">\(each: tasks, { item(screen, $0) })\(when: count > tasks.count, "<li><a href=\"\(link(.day, day))\">\(screen, .more(count - tasks.count))</a></li>")</ul>")</td>
            """
    }

    private func item(_ screen: Screen, _ task: DueTask) -> Markup {
        """
        <li class="\(standingClass(task))"><a href="\(Routes.task(task.task.rawValue))" lang="vi" title="\(task.text)"><span class="only-heard">\(screen, lateness(task)): </span><span class="line-of">\(task.text)</span></a></li>
        """
    }

    private func standingClass(_ task: DueTask) -> String {
        switch task.standing {
        case .accepted, .cancelled: "done"
        case .submitted: "waits"
        case .pending: task.day < today ? "late" : "open"
        }
    }

    private func lateness(_ task: DueTask) -> Phrase {
        task.standing == .pending && task.day < today ? TimeState.overdue.name : task.standing.name
    }

    // MARK: - Year

    private func year(_ screen: Screen) -> Markup {
        "<div class=\"year\">\(each: 1...12, { small(screen, $0) })</div><p class=\"small soft\">\(screen, .lunarHint)</p>"
    }

    private func small(_ screen: Screen, _ number: Int) -> Markup {
        guard let first = CalendarDay(year: day.year, month: number, day: 1) else { return .empty }
        let count = CalendarDay.dayCount(ofMonth: number, year: day.year)
        let weeks = (first.weekday + count + 6) / 7
        return """
            <table class="small-month"><caption><a href="\(link(.month, first))">\(screen, .shortMonth(number))</a></caption>
            <thead><tr>\(each: 0..<7, { "<th scope=\"col\"><abbr title=\"\(screen, .weekday($0))\">\(screen, .shortWeekday($0))</abbr></th>" })</tr></thead>
            <tbody>\(each: 0..<weeks, { week in
                """
                <tr>\(each: 0..<7, { weekday in
                    let day = first.adding(days: week * 7 + weekday - first.weekday)
                    return day.month == number ? smallCell(screen, day) : "<td></td>"
                })</tr>
                """
            })</tbody></table>
            """
    }

    private func smallCell(_ screen: Screen, _ day: CalendarDay) -> Markup {
        let counts = due.counts[day] ?? TaskCounts()
        let classes = [
            working.isWorkingDay(day) ? nil : "off", day == today ? "today" : nil,
            counts.total == 0 ? nil : counts.pending == 0 ? "done" : day < today ? "late" : "due",
        ].compactMap { $0 }
        let lunar = lunar[day].flatMap { $0.day == 1 || $0.day == 15 ? $0.text : nil }
        return """
            <td\(when: !classes.isEmpty, " class=\"\(classes.joined(separator: " "))\"")\(when: working.holiday(on: day), { " title=\"\($0.name)\"" })>\
            \(when: counts.total > 0, "<a href=\"\(link(.day, day))\">\(day.day)<span class=\"only-heard\">/\(number(day)): </span><sup>\(counts.total)</sup></a>", otherwise: "\(day.day)")\
            \(when: lunar, { "<span class=\"lunar\">\($0)</span>" })</td>
            """
    }

    private func number(_ day: CalendarDay) -> Int { day.month }

    // MARK: - Day

    private func dayList(_ screen: Screen) -> Markup {
        let tasks = due.tasks[day] ?? []
        let count = due.counts[day]?.total ?? 0
        return """
            <section class="sheet"><p>\(when: lunar[day], { "<span class=\"soft\">\(screen, .lunar) \($0.whole)</span>" })\
            \(when: working.holiday(on: day), { " · <b lang=\"vi\">\($0.name)</b> <span class=\"soft\">(\(screen, $0.kind.name))</span>" })\
            \(when: working.holiday(on: day) == nil && !working.isWorkingDay(day), " · \(screen, .dayOff)")</p>
            <h2>\(screen, .tasksCounted(count))</h2>
            \(when: tasks.isEmpty, "<p class=\"soft\">\(screen, .nothingOnDay)</p>", otherwise: """
                <ul class="plainlist">\(each: tasks, { task in
                    """
                    <li><a href="\(Routes.task(task.task.rawValue))" lang="vi">\(task.text)</a>\
                    <span class="under">\(screen.tag(task.standing))\(when: task.role, { " · \(screen, $0 == .lead ? .lead : .coordinators)" }) · \
                    <a href="\(Routes.plan(task.plan.rawValue))" lang="vi" title="\(task.planTitle)">\(task.planNumber ?? TasksPage.short(task.planTitle))</a></span></li>
                    """
                })</ul>
                """)
            \(when: count > tasks.count && !tasks.isEmpty, "<p class=\"soft\">\(screen, .more(count - tasks.count))</p>")</section>
            """
    }
}
