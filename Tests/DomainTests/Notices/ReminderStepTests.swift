import Domain
import Foundation
import Testing

struct ReminderStepTests {
    /// Weekends and the two days of Reunification and Labour are off.
    private static let calendar = WorkingCalendar(
        years: 2025...2027,
        rules: [
            HolidayRule(
                id: "r", calendar: .solar, month: 4, day: 30, dayCount: 2, name: "Lễ", source: "",
                firstYear: 2013,
                lastYear: nil)
        ], announced: [])

    private static func day(_ text: String) -> CalendarDay {
        guard let day = CalendarDay(iso: text) else { preconditionFailure("\(text) is no day.") }
        return day
    }

    @Test(arguments: [
        (NoticeRule.dueInSeven, "2026-11-20", "2026-11-11"), (.dueInOne, "2026-11-23", "2026-11-20"),
        (.dueToday, "2026-11-20", "2026-11-20"), (.dueToday, "2026-11-22", "2026-11-20"),
        (.lateOne, "2026-11-20", "2026-11-23"), (.lateThree, "2026-11-20", "2026-11-25"),
        (.lateSeven, "2026-11-20", "2026-12-01"), (.lateOne, "2026-04-29", "2026-05-04"),
        (.silent, "2026-11-21", "2026-11-23"), (.silentThree, "2026-11-20", "2026-11-25"),
    ])
    func `A step speaks so many working days from the day`(rule: NoticeRule, due: String, speaks: String)
        throws
    {
        let step = try #require(ReminderStep.all.first { $0.rule == rule })
        #expect(step.day(for: Self.day(due), in: Self.calendar) == Self.day(speaks))
    }

    @Test func `Each working day is spoken of once, whatever day follows`() {
        // Day after day for two months: each due day is told each of its steps exactly once.
        var told: [CalendarDay: [NoticeRule]] = [:]
        var today = Self.day("2026-09-01")
        while today < Self.day("2026-12-01") {
            let steps = ReminderStep.speaking(
                .deadline, after: today.adding(days: -1), on: today, in: Self.calendar)
            for (due, step) in steps { told[due, default: []].append(step.rule) }
            today = today.adding(days: 1)
        }
        #expect(
            told[Self.day("2026-10-14")] == [
                .dueInSeven, .dueInOne, .dueToday, .lateOne, .lateThree, .lateSeven,
            ])
    }

    @Test func `After two weeks off only the last step of each speaks`() {
        let steps = ReminderStep.speaking(
            .deadline, after: Self.day("2026-11-06"), on: Self.day("2026-11-20"), in: Self.calendar)
        // One step for each due day, however many were missed.
        #expect(steps[Self.day("2026-11-10")]?.rule == .lateSeven)
        #expect(steps[Self.day("2026-11-13")]?.rule == .lateThree)
        #expect(steps[Self.day("2026-11-20")]?.rule == .dueToday)
    }

    @Test func `A pause is caught up for a month at most, and nothing speaks twice on a day`() {
        let today = Self.day("2026-11-20")
        let steps = ReminderStep.speaking(
            .deadline, after: Self.day("2026-01-01"), on: today, in: Self.calendar)
        #expect(steps.keys.min().map { $0 > today.adding(days: -45) } == true)
        #expect(ReminderStep.speaking(.deadline, after: today, on: today, in: Self.calendar).isEmpty)
    }

    @Test func `Whoever was told once is told again with those above`() {
        for subject in ReminderStep.Subject.allCases {
            let steps = ReminderStep.all.filter { $0.subject == subject }
            #expect(steps.map(\.workingDays) == steps.map(\.workingDays).sorted())
            for (one, next) in zip(steps, steps.dropFirst()) {
                #expect(Set(one.rungs).isSubset(of: next.rungs))
            }
        }
    }
}

struct NoticeLadderTests {
    private static func holder(_ kind: Post.Kind, account: String? = nil, email: String? = nil) -> PostHolder
    {
        let name = kind.rawValue
        return PostHolder(
            id: Identifier(name),
            post: Post(id: Identifier(name), agency: Identifier("a"), kind: kind, title: name),
            person: Person(
                id: Identifier(name), name: name, email: email, account: account.map { Account.ID($0) }),
            from: CalendarDay(dayNumber: 0))
    }

    private static let whole = NoticeLadder(
        holders: [
            holder(.focalPoint, account: "lan"), holder(.deputyFocalPoint, account: "hoa"),
            holder(.head, email: "giamdoc@xa.vn"),
        ], members: [Account.ID("m")], planners: [Account.ID("p"), Account.ID("lan")])

    @Test(arguments: [
        ([Rung.focalPoint], ["account:lan"]), ([.focalPoint, .deputy], ["account:lan", "account:hoa"]),
        ([.focalPoint, .deputy, .head], ["account:lan", "account:hoa", "person:head"]),
        ([.planner], ["account:p", "account:lan"]),
        (Rung.allCases, ["account:lan", "account:hoa", "person:head", "account:p"]),
    ])
    func `Each rung has its people, each once`(rungs: [Rung], keys: [String]) {
        #expect(Self.whole.recipients(on: rungs).map(\.key) == keys)
    }

    @Test func `An empty rung gives to the next one up`() {
        var ladder = Self.whole
        ladder.holders.removeFirst()
        #expect(ladder.recipients(on: [.focalPoint]).map(\.key) == ["account:hoa"])
        ladder.absent = [Account.ID("hoa")]
        #expect(ladder.recipients(on: [.focalPoint]).map(\.key) == ["person:head"])
        ladder.holders = []
        #expect(ladder.recipients(on: [.focalPoint]).map(\.key) == ["account:m"])
        ladder.members = []
        #expect(ladder.recipients(on: [.focalPoint]).map(\.key) == ["account:p", "account:lan"])
    }

    @Test func `Nobody can be told without an account or an address`() {
        let ladder = NoticeLadder(holders: [Self.holder(.focalPoint)], members: [], planners: [])
        #expect(ladder.recipients(on: Rung.allCases).isEmpty)
    }

    @Test func `Pauses grow and come to an end`() {
        let pauses = (1...10).map { Letter.pause(afterAttempts: $0) }
        let waits = pauses.compactMap(\.self)
        #expect(waits == waits.sorted() && pauses.last == .some(nil))
        #expect(Letter.pause(afterAttempts: 0) == nil)
    }
}
