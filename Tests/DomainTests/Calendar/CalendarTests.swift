import Foundation
import Testing

@testable import Domain

struct CalendarTests {
    @Test func `Every day from 1900 to 2200 has its number and comes back from it`() {
        var day = CalendarDay(year: 1900, month: 1, day: 1)
        var number = -25_567
        while let current = day, current.year < 2200 {
            #expect(current.dayNumber == number)
            #expect(CalendarDay(dayNumber: number) == current)
            let next = current.adding(days: 1)
            #expect(current < next)
            number += 1
            day = next
        }
    }

    @Test(arguments: [
        "2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "25-04-30", "2025-4-30", "", "2025-04-30 ",
    ])
    func `Days that don't exist are none`(text: String) {
        #expect(CalendarDay(iso: text) == nil)
    }

    @Test func `A day begins in Vietnam seven hours before it does in Greenwich`() {
        let beforeMidnight = Date(timeIntervalSince1970: 1_750_352_399)  // 2025-06-19 16:59:59 UTC
        #expect(CalendarDay(inVietnamAt: beforeMidnight).description == "2025-06-19")
        #expect(CalendarDay(inVietnamAt: beforeMidnight.addingTimeInterval(1)).description == "2025-06-20")
        #expect(CalendarDay(inVietnamAt: Date(timeIntervalSince1970: -1)).description == "1970-01-01")
    }

    @Test(arguments: ["2025-06-30", "2025-06", "2025", "--12-10", "---20", "2025-06-31"])
    func `Parts of a day read back as written`(text: String) throws {
        let part = try #require(PartialDay(text))
        #expect(part.description == text)
        let data = try JSONEncoder().encode([part])
        #expect(try JSONDecoder().decode([PartialDay].self, from: data) == [part])
    }

    @Test(arguments: [
        "", "-", "--", "--12", "2025-13", "2025-6-30", "---32", "2025--10", "x", "--1-1", "20255",
    ])
    func `What is no part of a day is none`(text: String) {
        #expect(PartialDay(text) == nil)
    }

    @Test(
        arguments: [
            ("2025-06", "2025-06-01", "2025-06-30"), ("2024-02", "2024-02-01", "2024-02-29"),
            ("2025", "2025-01-01", "2025-12-31"), ("2025-06-30", "2025-06-30", "2025-06-30"),
        ])
    func `A month and a year cover their days`(text: String, first: String, last: String) throws {
        let part = try #require(PartialDay(text))
        #expect(part.first?.description == first)
        #expect(part.last?.description == last)
    }

    @Test(
        arguments: [
            ("--12-10", "2025-03-01", "2025-12-10"), ("--12-10", "2025-12-10", "2025-12-10"),
            ("--12-10", "2025-12-11", "2026-12-10"), ("---20", "2025-12-21", "2026-01-20"),
            ("---31", "2025-02-01", "2025-02-28"), ("--02-29", "2025-03-01", "2026-02-28"),
            ("---31", "2025-04-30", "2025-04-30"), ("2025-06", "2026-01-01", "2025-06-30"),
        ])
    func `A day that returns is found at or after another`(text: String, start: String, expected: String)
        throws
    {
        let part = try #require(PartialDay(text))
        let day = try #require(CalendarDay(iso: start))
        #expect(part.occurrence(onOrAfter: day)?.description == expected)
    }

    @Test(
        arguments: [
            (.by(PartialDay("2025-06-30")!, before: true), "2025-06-30", "2025-06-29"),
            (.by(PartialDay("2025-06-30")!, before: false), "2025-06-30", "2025-06-30"),
            (.by(PartialDay("2025-06")!, before: false), "2025-06-30", "2025-06-30"),
            (.by(PartialDay("2025-06")!, before: true), "2025-06-30", "2025-05-31"),
            (.by(PartialDay("--12-10")!, before: true), "2025-12-10", "2025-12-09"),
            (.by(PartialDay("2025-01-01")!, before: true), "2025-01-01", "2024-12-31"),
            (.between(PartialDay("2025-07")!, PartialDay("2025-09")!), "2025-09-30", "2025-09-30"),
        ] as [(PlanTime, String, String)])
    func `Before a day means due the day before, and both are kept`(
        time: PlanTime, printed: String, due: String
    ) throws {
        let start = try #require(CalendarDay(iso: "2025-01-15"))
        let deadline = try #require(Deadline(of: time, from: start))
        #expect(deadline.printed.description == printed)
        #expect(deadline.due.description == due)
    }

    @Test(arguments: [.continuous, .yearly, .by(PartialDay("2025-06-31")!, before: true)] as [PlanTime])
    func `Without a real last day there is no deadline`(time: PlanTime) throws {
        #expect(Deadline(of: time, from: try #require(CalendarDay(iso: "2025-01-15"))) == nil)
    }

    @Test(
        arguments: [
            ("2025-06-18", .overdue), ("2025-06-19", .dueSoon), ("2025-07-03", .dueSoon),
            ("2025-07-04", .later),
        ] as [(String, TimeState)])
    func `A task is overdue from the day after it was due`(due: String, state: TimeState) throws {
        let today = try #require(CalendarDay(iso: "2025-06-19"))
        let day = try #require(CalendarDay(iso: due))
        #expect(TimeState(time: .by(PartialDay(day), before: false), due: day, today: today) == state)
    }

    @Test func `Times without a day have states of their own`() throws {
        let today = try #require(CalendarDay(iso: "2025-06-19"))
        #expect(TimeState(time: .continuous, due: nil, today: today) == .continuous)
        #expect(TimeState(time: .yearly, due: nil, today: today) == .continuous)
        #expect(TimeState(time: nil, due: nil, today: today) == TimeState.none)
        #expect(
            TimeState(time: .by(PartialDay("2025-06-31")!, before: false), due: nil, today: today)
                == TimeState.none)
    }
}
