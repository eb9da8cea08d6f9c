package import Domain
import Foundation
import SQL
package import Store

/// A letter with what it tells, for whoever puts it into words.
package struct LetterContent: Sendable {
    package var letter: Letter
    package var recipientName: String
    /// Masked; at most ``lineLimit``.
    package var lines: [NoticeRow]
    /// How many there are beyond those.
    package var moreCount: Int
    package var today: CalendarDay
    package static let lineLimit = 50
}

/// What the mail server made of a letter.
package enum LetterResult: Sendable, Hashable {
    case sent
    /// It won't take it: the same again would end the same.
    case refused(answer: String)
    /// To be tried again.
    case failed(answer: String)
}

package struct SendingOutcome: Sendable, Hashable {
    package var sent = 0
    package var refused = 0
    package var failed = 0
    /// Why the last one of these couldn't leave: the mail server's own words, or what is wrong with its certificate.
    package var lastFailure: String?
}

/// Puts notices into letters, once a day for each person, and sends what is due.
///
/// Two servers never send the same letter: each is claimed before it leaves. One whose server died in the middle is
/// sent again after half an hour, with the same identifier.
package struct SendLetters: Operation {
    package typealias Carry = @Sendable ([LetterContent]) async -> [LetterResult]

    package static let batch = 20
    /// Of one run; the next goes on.
    package static let letterLimit = 2_000
    static let lease = "letters"
    /// Notices that found no letter for so long are left to the inbox: mail that was off for two weeks doesn't come
    /// back with a flood.
    static let oldestSeconds: TimeInterval = 4 * 86_400
    static let pendingLimit = 5_000

    private let day: CalendarDay?
    private let holder: String
    private let carry: Carry

    /// - Parameters:
    ///   - day: an earlier day than today is worked through as if it were over, whatever hours people chose.
    ///   - carry: hands letters to the mail server; a result for each.
    package init(on day: CalendarDay? = nil, as holder: String, carry: @escaping Carry) {
        self.day = day
        self.holder = holder
        self.carry = carry
    }

    package func run(in office: Office, as actor: Actor) async throws -> SendingOutcome {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let now = office.now()
        let day = min(day ?? office.today, office.today)
        let minute = day < office.today ? 1_440 : Self.minute(of: now)
        try await office.pool.write { [holder] db in
            guard try db.takeLease(Self.lease, for: holder, at: now, until: now + RemindOfTasks.leaseSeconds)
            else {
                return
            }
            try Self.fill(on: day, minute: minute, at: now, office: office, in: db)
            try db.dropLease(Self.lease, of: holder)
        }
        var outcome = SendingOutcome()
        for _ in 0..<(Self.letterLimit / Self.batch) {
            let letters = try await claim(in: office, day: day)
            if letters.isEmpty { break }
            let results = await carry(letters)
            precondition(results.count == letters.count, "There is a result for each letter.")
            try await settle(Array(zip(letters.map(\.letter), results)), in: office, &outcome)
        }
        return outcome
    }

    /// Minutes since midnight in Vietnam.
    static func minute(of now: Date) -> Int {
        let minutes = (Int(now.timeIntervalSince1970.rounded(.down)) + CalendarDay.secondsAheadOfUTC) / 60
        return ((minutes % 1_440) + 1_440) % 1_440
    }

    /// Letters out of notices whose recipients' hour has come.
    private static func fill(
        on day: CalendarDay, minute: Int, at now: Date, office: Office, in db: Database
    ) throws {
        let calendar = try db.workingCalendar(years: day.year...day.year)
        let pending = try db.pendingNotices(limit: pendingLimit)
        var unmailed: [Notice.ID] = []
        var byRecipient: [(recipient: NoticeRecipient, notices: [PendingNotice])] = []
        for one in pending {
            let settings = one.settings
            let isOld = now.timeIntervalSince(one.notice.madeAt) > oldestSeconds
            // What was read in the inbox needs no mail.
            guard settings.usesMail, settings.email != nil, !isOld, one.notice.readAt == nil else {
                unmailed.append(one.notice.id)
                continue
            }
            if byRecipient.last?.recipient != one.notice.recipient {
                byRecipient.append((one.notice.recipient, []))
            }
            byRecipient[byRecipient.count - 1].notices.append(one)
        }
        try db.leaveUnmailed(unmailed)
        for (recipient, notices) in byRecipient {
            guard let settings = notices.first?.settings, let address = settings.email else { continue }
            func insert(_ kind: Letter.Kind, _ some: [PendingNotice]) throws {
                guard !some.isEmpty else { return }
                let letter = Letter(
                    id: office.newID(), kind: kind, recipient: recipient, address: address, madeAt: now)
                _ = try db.insert(letter, on: day, with: some.map(\.notice.id))
            }
            let urgent = notices.filter { $0.notice.rule.urgency.map(settings.atOnce.contains) ?? false }
            try insert(.atOnce, urgent)
            let hasCome = minute >= settings.minute && (settings.onDaysOff || calendar.isWorkingDay(day))
            if hasCome {
                try insert(
                    .digest, notices.filter { one in !urgent.contains { $0.notice.id == one.notice.id } })
            }
        }
    }

    private func claim(in office: Office, day: CalendarDay) async throws -> [LetterContent] {
        let now = office.now()
        return try await office.pool.write { db in
            try db.dueLetters(at: now, limit: Self.batch).compactMap { letter -> LetterContent? in
                guard try db.claim(letter, at: now, until: now + Letter.sendingSeconds) else { return nil }
                var letter = letter
                letter.attempts += 1
                let rows = try db.notices(inLetter: letter.id).map { $0.masked }
                if rows.isEmpty {
                    // Its plan was destroyed: there is nothing to tell.
                    try db.settle(letter.id, as: .givenUp, at: now, next: nil, answer: nil)
                    return nil
                }
                return LetterContent(
                    letter: letter, recipientName: try db.recipientName(of: letter),
                    lines: Array(rows.prefix(LetterContent.lineLimit)),
                    moreCount: max(0, rows.count - LetterContent.lineLimit), today: day)
            }
        }
    }

    private func settle(
        _ results: [(Letter, LetterResult)], in office: Office, _ outcome: inout SendingOutcome
    ) async throws {
        let now = office.now()
        outcome = try await office.pool.write { [outcome] db in
            var outcome = outcome
            for (letter, result) in results {
                switch result {
                case .sent:
                    outcome.sent += 1
                    try db.settle(letter.id, as: .sent, at: now, next: nil, answer: nil)
                case .refused(let answer):
                    outcome.refused += 1
                    try LetterEnd.record(letter, as: .bounced, answer, at: now, office: office, in: db)
                case .failed(let answer):
                    outcome.failed += 1
                    outcome.lastFailure = answer
                    if let pause = Letter.pause(afterAttempts: letter.attempts) {
                        try db.settle(letter.id, as: .waiting, at: now, next: now + pause, answer: answer)
                    } else {
                        try LetterEnd.record(letter, as: .givenUp, answer, at: now, office: office, in: db)
                    }
                }
            }
            return outcome
        }
    }
}

/// A letter that didn't reach anybody: what is written down, and who is told.
enum LetterEnd {
    static func record(
        _ letter: Letter, as state: Letter.State, _ answer: String, at now: Date, office: Office,
        in db: Database
    ) throws {
        try db.settle(
            letter.id, as: state, at: now, next: nil, answer: NoticeWords.masked(String(answer.prefix(500))))
        let rows = try db.notices(inLetter: letter.id)
        var notices: [Notice] = []
        for plan in Set(rows.map(\.notice.plan)).sorted() {
            guard let known = try db.planRecord(plan)?.plan else { continue }
            let planners = try db.accounts(in: [known.agency], as: [.planner])[known.agency] ?? []
            let agency = rows.first { $0.notice.plan == plan }?.notice.agency
            // Whoever doesn't get mail would not get this one either: it is for the inbox.
            notices += planners.filter { NoticeRecipient.account($0) != letter.recipient }.map {
                Notice(
                    id: office.newID(), rule: .mailFailed, subject: letter.id.rawValue, plan: plan, task: nil,
                    agency: agency, day: CalendarDay(inVietnamAt: now), recipient: .account($0), madeAt: now)
            }
        }
        let count = try db.insert(notices)
        try db.leaveUnmailed(notices.map(\.id))
        try Office.record(
            "LetterFailed", "letter", letter.id.rawValue,
            ["state": state.rawValue, "notices": String(count)],
            by: .commandLine, at: now, in: db)
    }
}

/// Takes what a mail server returned: marks the letter and tells the planner.
package struct TakeBounce: Operation {
    private let letter: Letter.ID
    private let address: String
    private let answer: String

    /// - Parameters:
    ///   - letter: as the return address named it.
    ///   - address: whom the server couldn't reach; it must be the letter's own.
    package init(letter: Letter.ID, address: String, answer: String) {
        self.letter = letter
        self.address = address
        self.answer = answer
    }

    /// False where there is no such letter, it went elsewhere, or it is known to have come back.
    package func run(in office: Office, as actor: Actor) async throws -> Bool {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let now = office.now()
        return try await office.pool.write { [letter, address, answer] db in
            guard let known = try db.letter(letter), known.address.lowercased() == address.lowercased(),
                known.state == .sent || known.state == .sending
            else { return false }
            try LetterEnd.record(known, as: .bounced, answer, at: now, office: office, in: db)
            return true
        }
    }
}
