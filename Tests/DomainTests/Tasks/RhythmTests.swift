import Testing

@testable import Domain

struct RhythmTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    private func task(_ time: PlanTime?, _ rhythm: Rhythm?) -> Plan.Task {
        Plan.Task(
            id: .init("t"), plan: .init("p"), draft: .init("d"), position: 1, at: nil, text: "x", range: nil,
            lead: [], with: [], time: time, timeWords: nil, deadline: nil, rhythm: rhythm)
    }

    @Test(arguments: [
        (Rhythm.week, "2025-06-18", "2025-06-16", "2025-06-23"),
        (.month, "2025-12-31", "2025-12-01", "2026-01-01"),
        (.quarter, "2025-05-05", "2025-04-01", "2025-07-01"),
        (.halfYear, "2025-12-31", "2025-07-01", "2026-01-01"),
        (.year, "2024-02-29", "2024-01-01", "2025-01-01"),
    ])
    func `A period holds its day`(rhythm: Rhythm, iso: String, start: String, end: String) throws {
        #expect(rhythm.start(of: try day(iso)).description == start)
        #expect(rhythm.end(of: try day(iso)).description == end)
    }

    @Test(arguments: [
        (Rhythm.week, "2025-06-18", "2025-06-26"), (.month, "2025-01-31", "2025-03-01"),
        (.quarter, "2025-11-30", "2026-03-01"), (.year, "2024-02-29", "2025-03-01"),
        (.halfYear, "2025-06-18", "2025-12-19"),
    ])
    func `Silence begins the day after one rhythm`(rhythm: Rhythm, iso: String, silent: String) throws {
        #expect(rhythm.silence(after: try day(iso)).description == silent)
    }

    @Test func `The words of a time tell the rhythm`() throws {
        #expect(Rhythm(.yearly) == .year && Rhythm(.continuous) == .quarter)
        #expect(Rhythm(.by(try #require(PartialDay("---20")), before: true)) == .month)
        #expect(Rhythm(.by(try #require(PartialDay("--11-30")), before: true)) == .year)
        #expect(Rhythm(.by(try #require(PartialDay("2025-06-30")), before: true)) == nil)
    }

    @Test func `A monthly report is due inside each month, the day before where it says so`() throws {
        let monthly = task(.by(try #require(PartialDay("---20")), before: true), .month)
        let periods = monthly.periods(from: try day("2025-01-15"), to: try day("2025-03-02"))
        #expect(periods.map(\.due.description) == ["2025-01-19", "2025-02-19", "2025-03-19"])
        #expect(periods.map(\.from.description) == ["2025-01-01", "2025-02-01", "2025-03-01"])
    }

    @Test func `A continuous duty's period is due on its last day`() throws {
        let periods = task(.continuous, .quarter).periods(
            from: try day("2025-06-18"), to: try day("2025-07-01"))
        #expect(periods.map(\.due.description) == ["2025-06-30", "2025-09-30"])
        #expect(task(nil, nil).periods(from: try day("2025-06-18"), to: try day("2025-07-01")).isEmpty)
    }

    @Test func `Before the first of each month means the last day of the month before`() throws {
        let monthly = task(.by(try #require(PartialDay("---01")), before: true), .month)
        let periods = monthly.periods(from: try day("2026-11-21"), to: try day("2026-12-05"))
        #expect(periods.map(\.due.description) == ["2026-11-30", "2026-12-31"])
        let yearly = task(.by(try #require(PartialDay("--01-01")), before: true), .year)
        #expect(try yearly.nextDeadline(from: day("2026-03-01"))?.due.description == "2026-12-31")
        #expect(try yearly.nextDeadline(from: day("2026-03-01"))?.printed.description == "2027-01-01")
    }

    @Test func `A period that was due before the first day isn't asked for`() throws {
        let monthly = task(.by(try #require(PartialDay("---20")), before: false), .month)
        let periods = monthly.periods(from: try day("2025-01-25"), to: try day("2025-03-02"))
        #expect(periods.map(\.due.description) == ["2025-02-20", "2025-03-20"])
        #expect(try monthly.nextDeadline(from: day("2025-01-25"))?.due.description == "2025-02-20")
    }

    @Test func `A duty that returns is due with its first period that isn't handed in`() throws {
        let yearly = task(.yearly, .year)
        let start = try day("2026-11-21")
        #expect(yearly.nextDeadline(from: start)?.due.description == "2026-12-31")
        let handedIn: Set = [try day("2026-01-01")]
        #expect(
            yearly.nextDeadline(from: start) { handedIn.contains($0.from) }?.due.description == "2027-12-31")
        // A planner's own rhythm, on a task for which the plan names no time.
        #expect(task(nil, .month).nextDeadline(from: start)?.due.description == "2026-11-30")
        #expect(task(.continuous, .quarter).nextDeadline(from: start) == nil)
        #expect(task(nil, nil).nextDeadline(from: start) == nil)
    }

    @Test func `Weeks run from Monday to Sunday`() throws {
        #expect(try day("2025-06-16").weekday == 0 && day("2025-06-22").weekday == 6)
        #expect(try day("2025-06-16").week == day("2025-06-22").week)
        #expect(try day("2025-06-22").week + 1 == day("2025-06-23").week)
        #expect(try day("1970-01-01").week == 0 && day("1969-12-28").week == -1)
        #expect(try CalendarDay(week: day("2025-06-18").week) == day("2025-06-16"))
    }
}
