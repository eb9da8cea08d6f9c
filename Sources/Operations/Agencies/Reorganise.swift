package import Domain
import Foundation
import SQL
import Store

/// What a reorganisation would do, before anybody decides it.
package struct ReorganisationPreview: Sendable {
    /// All things of one kind that one agency has.
    package struct Row: Sendable, Identifiable {
        package var agency: Agency.ID
        package var kind: String
        package var vietnamese: String
        package var english: String
        package var note: MovableNote?
        package var count: Int
        /// Some of them, where they are to be shared out.
        package var things: [MovableThing]

        package var id: String { "\(kind) \(agency)" }
    }

    package var rows: [Row]
    /// Planned for a later day, with a successor that this one ends before: its own successor takes over from them.
    package var chained: [Reorganisation]
    package var register: AgencyRegister
    package var today: CalendarDay
}

/// Shows what a reorganisation would move; changes nothing.
package struct PreviewReorganisation: Operation {
    private let kind: Reorganisation.Kind
    private let effective: CalendarDay
    private let content: Reorganisation.Content

    /// The most things of one kind that are shared out one by one.
    package static let longestList = 300

    package init(kind: Reorganisation.Kind, effective: CalendarDay, content: Reorganisation.Content) {
        self.kind = kind
        self.effective = effective
        self.content = content
    }

    package func run(in office: Office, as actor: Actor) async throws -> ReorganisationPreview {
        let today = office.today
        let now = office.now()
        return try await office.pool.read { [kind, effective, content] db in
            let register = try office.registers.register(in: db)
            let chained = try ReorganisationRules(kind, effective, content, register).check(by: actor, in: db)
            guard kind != .rename else {
                return .init(rows: [], chained: [], register: register, today: today)
            }
            let isDivided = content.takers.count > 1
            let rows = try content.agencies.flatMap { agency in
                try Movables.all(at: now).map { movable in
                    ReorganisationPreview.Row(
                        agency: agency, kind: movable.kind, vietnamese: movable.vietnamese,
                        english: movable.english, note: movable.note,
                        count: try movable.count(of: agency, in: db),
                        things: isDivided
                            ? try movable.things(of: agency, limit: Self.longestList, in: db) : [])
                }
            }
            return .init(rows: rows, chained: chained, register: register, today: today)
        }
    }
}

/// Decides a reorganisation: at once where its day has come, else when it comes.
package struct PlanReorganisation: Operation {
    private let kind: Reorganisation.Kind
    private let effective: CalendarDay
    private let content: Reorganisation.Content

    package init(kind: Reorganisation.Kind, effective: CalendarDay, content: Reorganisation.Content) {
        self.kind = kind
        self.effective = effective
        self.content = content
    }

    /// Stands for an agency that is yet to be founded, in a form; it gets its identifier when this runs.
    package static func placeholder(_ index: Int) -> Agency.ID { Agency.ID("new-\(index)") }

    package func run(in office: Office, as actor: Actor) async throws -> Reorganisation {
        var content = content.withCheckedNames
        for index in content.founded.indices {
            let place = Self.placeholder(index)
            guard content.founded[index].id == place else { continue }
            content.founded[index].id = office.newID()
            let id = content.founded[index].id
            for (thing, taker) in content.shares where taker == place { content.shares[thing] = id }
            if content.remainder == place { content.remainder = id }
            content.parts[id] = content.parts.removeValue(forKey: place)
        }
        return try await decide(content, in: office, as: actor)
    }

    private func decide(_ content: Reorganisation.Content, in office: Office, as actor: Actor) async throws
        -> Reorganisation
    {
        let now = office.now()
        let today = office.today
        return try await office.pool.write { [kind, effective] db in
            let register = try office.registers.register(in: db, isWriting: true)
            let rules = ReorganisationRules(kind, effective, content, register)
            try rules.check(by: actor, in: db)
            try rules.checkRemainder()
            var one = Reorganisation(
                id: office.newID(), kind: kind, effective: effective, content: content, plannedAt: now,
                plannedBy: actor.accountID)
            try db.insert(one)
            try Office.record(
                "PlanReorganisation", "agency", content.agencies.first?.rawValue ?? "",
                one.ledgerDetail(register), by: actor, at: now, in: db)
            if effective <= today { one = try one.applied(by: actor, at: now, register, in: db) ?? one }
            return one
        }
    }
}

/// Takes a reorganisation back before it takes effect.
package struct UndoReorganisation: Operation {
    private let id: Reorganisation.ID

    package init(_ id: Reorganisation.ID) {
        self.id = id
    }

    package func run(in office: Office, as actor: Actor) async throws {
        let now = office.now()
        try await office.pool.write { [id] db in
            guard let one = try db.reorganisation(id) else { throw NotFound.agency }
            for agency in one.content.agencies {
                try Office.require(.manageAgencies, by: actor, on: try .init(agency: agency, in: db))
            }
            guard Reorganisation.life.transition(from: one.state, on: .undo) != nil,
                try db.close(id, as: .undone, by: actor.accountID, at: now)
            else { throw AgencyRefused.notPlanned(one.state) }
            let register = try office.registers.register(in: db, isWriting: true)
            try Office.record(
                "UndoReorganisation", "agency", one.content.agencies.first?.rawValue ?? "",
                one.ledgerDetail(register), by: actor, at: now, in: db)
        }
    }
}

/// Applies all that was planned for today or earlier; each once, however many servers run.
package struct ApplyDueReorganisations: Operation {
    package init() {}

    package func run(in office: Office, as actor: Actor) async throws -> Int {
        guard actor == .commandLine else { throw AccessRefused.notAllowed }
        let now = office.now()
        let today = office.today
        let due = try await office.pool.read { db in
            try db.reorganisations(in: .planned, limit: 1000).filter { $0.effective <= today }
        }
        var applied = 0
        var failure: (any Error)?
        for one in due {
            do {
                let isDone = try await office.pool.write { db in
                    let register = try office.registers.register(in: db, isWriting: true)
                    return try one.applied(by: actor, at: now, register, in: db) != nil
                }
                if isDone { applied += 1 }
            } catch {
                // One that can't be done must not hold up the others.
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return applied
    }
}

/// Planned reorganisations, and the last ones that were applied or undone.
package struct ListReorganisations: Operation {
    package init() {}

    package func run(in office: Office, as actor: Actor) async throws -> [Reorganisation] {
        guard actor != .nobody else { throw AccessRefused.signInFirst }
        return try await office.pool.read { db in
            try Reorganisation.State.allCases.flatMap { try db.reorganisations(in: $0, limit: 50) }
        }
    }
}

extension Reorganisation.Content {
    /// Names as they are kept, in one line; what can't be kept stays for the rules to refuse.
    fileprivate var withCheckedNames: Self {
        func line(_ text: String) -> String { TypedText.line(text, limitBytes: 500) ?? text }
        func short(_ texts: [String]) -> [String] {
            texts.prefix(20).compactMap { TypedText.line($0, limitBytes: 100) }
        }
        var checked = self
        checked.name = name.map(line)
        checked.abbreviations = short(abbreviations)
        checked.basis = line(basis)
        checked.parts = parts.mapValues(line)
        for index in founded.indices {
            checked.founded[index].name = line(founded[index].name)
            checked.founded[index].abbreviations = short(founded[index].abbreviations)
        }
        return checked
    }
}
