import Domain
import Foundation
import SQL
import Store

/// What a reorganisation must hold to be decided.
struct ReorganisationRules {
    private let kind: Reorganisation.Kind
    private let effective: CalendarDay
    private let content: Reorganisation.Content
    private let register: AgencyRegister

    init(
        _ kind: Reorganisation.Kind, _ effective: CalendarDay, _ content: Reorganisation.Content,
        _ register: AgencyRegister
    ) {
        self.kind = kind
        self.effective = effective
        self.content = content
        self.register = register
    }

    /// Planned reorganisations that name an agency which this one ends before their day: its successor takes over from
    /// them in its place.
    @discardableResult
    func check(by actor: Actor, in db: Database) throws -> [Reorganisation] {
        guard effective.isSensible else { throw AgencyRefused.badDay }
        let named = content.agencies + content.successors
        guard !content.agencies.isEmpty, Set(named).count == named.count else { throw AgencyRefused.badParts }
        for id in named {
            guard let agency = register[id] else { throw AgencyRefused.notInRegister }
            try Office.require(.manageAgencies, by: actor, on: .init(agencyPath: register.path(of: id)))
            guard agency.exists(on: effective) else { throw AgencyRefused.notThen(agency.name) }
        }
        for id in content.agencies {
            // It must have been there the day before, or it would end before it began.
            guard let agency = register[id], agency.validTo == nil,
                agency.exists(on: effective.adding(days: -1))
            else { throw AgencyRefused.notThen(register[id]?.name ?? "") }
        }
        try checkParts()
        let planned = try db.reorganisations(in: .planned, limit: 1000)
        let ending = Set(planned.flatMap(\.content.agencies))
        if let twice = content.agencies.first(where: ending.contains) {
            throw AgencyRefused.alreadyPlanned(register[twice]?.name ?? "")
        }
        return try checkChains(planned.filter { $0.kind != .rename })
    }

    /// To be asked when it is decided, not while it is looked at.
    func checkRemainder() throws {
        guard content.takers.count < 2 || content.remainder.map(content.takers.contains) == true else {
            throw AgencyRefused.remainderMissing
        }
    }

    private func checkChains(_ planned: [Reorganisation]) throws -> [Reorganisation] {
        for one in planned where one.effective <= effective {
            guard let gone = content.successors.first(where: one.content.agencies.contains) else { continue }
            throw AgencyRefused.endsBefore(register[gone]?.name ?? "", one.effective)
        }
        guard kind != .rename else { return [] }
        let later = planned.filter { one in
            one.effective >= effective && content.agencies.contains(where: one.content.takers.contains)
        }
        for one in later {
            // Nobody has said which of several is meant, and whoever ends then can't take over.
            guard content.takers.count > 1 || content.takers.contains(where: one.content.agencies.contains)
            else { continue }
            let name = content.agencies.first(where: one.content.takers.contains).flatMap {
                register[$0]?.name
            }
            throw AgencyRefused.takesOverLater(name ?? "", one.effective)
        }
        return later
    }

    private func checkParts() throws {
        for founded in content.founded {
            guard TypedText.line(founded.name, limitBytes: 500) != nil, register[founded.id] == nil else {
                throw AgencyRefused.badName
            }
        }
        let takers = content.takers.count
        switch kind {
        case .rename:
            guard content.agencies.count == 1, takers == 0 else { throw AgencyRefused.badParts }
            guard let name = content.name.flatMap({ TypedText.line($0, limitBytes: 500) }) else {
                throw AgencyRefused.badName
            }
            guard content.agencies.first.flatMap({ register[$0]?.name }) != name else {
                throw AgencyRefused.sameName
            }
        case .merge:
            // One that takes another in goes on; two that become a third both end.
            guard takers == 1, content.agencies.count + content.successors.count >= 2 else {
                throw AgencyRefused.badParts
            }
        case .split: guard content.agencies.count == 1, takers >= 2 else { throw AgencyRefused.badParts }
        case .abolish: guard takers >= 1 else { throw AgencyRefused.badParts }
        }
        let known = Set(content.takers)
        guard content.shares.values.allSatisfy(known.contains) else { throw AgencyRefused.badShare }
    }
}

extension Reorganisation {
    /// Puts it into effect; nil where another server was quicker.
    func applied(
        by actor: Actor, at now: Date, _ register: AgencyRegister, in db: Database
    ) throws -> Reorganisation? {
        guard Reorganisation.life.transition(from: state, on: .apply) != nil,
            try db.close(id, as: .applied, by: actor.accountID, at: now)
        else { return nil }
        var result = self
        if kind == .rename {
            try rename(in: db)
        } else {
            try result.goOn(register, at: now, in: db)
            try found(register, at: now, in: db)
            for agency in content.agencies { try result.hand(over: agency, by: actor, at: now, in: db) }
            try db.write(result.content, of: id)
        }
        try Office.record(
            "ApplyReorganisation", "agency", content.agencies.first?.rawValue ?? "",
            result.ledgerDetail(register), by: actor, at: now, in: db)
        result.state = .applied
        result.closedAt = now
        result.closedBy = actor.accountID
        return result
    }

    /// Puts whoever does their work on the day in the place of successors that have ended by then.
    private mutating func goOn(_ register: AgencyRegister, at now: Date, in db: Database) throws {
        let day = max(effective, CalendarDay(inVietnamAt: now))
        var passedOn: [Agency.ID: Agency.ID] = [:]
        for taker in content.successors {
            let heir = try Self.heir(of: taker, on: day, register, in: db)
            guard let heir, !content.agencies.contains(heir) else {
                throw AgencyRefused.notThen(register[taker]?.name ?? "")
            }
            if heir != taker { passedOn[taker] = heir }
        }
        content = content.replacing(passedOn)
        content.outcome = Outcome(moved: [:], unshared: [:], passedOn: passedOn)
    }

    /// Itself while it exists, else its successor and so on; of several the one that took what nobody had shared out.
    static func heir(
        of agency: Agency.ID, on day: CalendarDay, _ register: AgencyRegister, in db: Database
    ) throws -> Agency.ID? {
        var seen: Set<Agency.ID> = []
        var heir = agency
        while let entry = register.entries[heir], let last = entry.agency.validTo, last < day {
            guard seen.insert(heir).inserted, let first = entry.successions.first else { return nil }
            let ended = heir
            heir = first.successor
            if entry.successions.count > 1 {
                let splits = try db.reorganisations(in: .applied, limit: 1000)
                let remainder = splits.first { $0.content.agencies.contains(ended) }?.content.remainder
                heir = remainder ?? heir
            }
        }
        return heir
    }

    /// With kinds of things and their numbers, once it is applied.
    func ledgerDetail(_ register: AgencyRegister) -> LedgerDetail {
        func told(_ counts: [String: Int]?) -> String? {
            counts.map {
                $0.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            }
        }
        let names = content.agencies.compactMap { register[$0]?.name }
        let takers = content.successors.compactMap { register[$0]?.name } + content.founded.map(\.name)
        return [
            "reorganisation": id.rawValue, "kind": kind.rawValue, "effective": effective.description,
            "name": names.joined(separator: "; "), "successors": takers.joined(separator: "; "),
            "newName": content.name, "basis": content.basis,
            "remainder": content.takers.count > 1 ? content.remainder?.rawValue : nil,
            "moved": told(content.outcome?.moved), "unshared": told(content.outcome?.unshared),
            "passedOn": content.outcome.flatMap { outcome in
                outcome.passedOn.isEmpty
                    ? nil
                    : outcome.passedOn.map { "\($0.key) → \($0.value)" }.sorted().joined(separator: ", ")
            },
        ]
    }

    private func rename(in db: Database) throws {
        guard let agency = content.agencies.first, let name = content.name else { return }
        var names = try db.names(of: agency).filter { $0.validFrom.map { $0 < effective } ?? true }
        if let last = names.indices.last { names[last].validTo = effective.adding(days: -1) }
        names.append(AgencyName(name: name, abbreviations: content.abbreviations, validFrom: effective))
        try db.replaceNames(of: agency, by: names)
    }

    /// New agencies stand where the first one that ends stood.
    private func found(_ register: AgencyRegister, at now: Date, in db: Database) throws {
        guard let model = content.agencies.first.flatMap({ register[$0] }) else { return }
        try db.insert(
            content.founded.map {
                Agency(
                    id: $0.id, name: $0.name, abbreviations: $0.abbreviations, kind: model.kind,
                    level: model.level, parent: model.parent, validFrom: effective)
            }, at: now)
    }

    private mutating func hand(over agency: Agency.ID, by actor: Actor, at now: Date, in db: Database) throws
    {
        guard var ending = try db.agency(agency), let first = content.takers.first else { return }
        let move = AgencyMove(
            from: agency, takers: content.takers, shares: content.shares,
            remainder: content.remainder ?? first, day: effective, now: now, actor: actor, reorganisation: id)
        for movable in Movables.all(at: now) {
            let unshared = try unshared(movable, of: agency, in: db)
            if unshared > 0 { content.outcome?.unshared[movable.kind, default: 0] += unshared }
            let moved = try movable.move(move, in: db)
            if moved > 0 { content.outcome?.moved[movable.kind, default: 0] += moved }
        }
        ending.validTo = effective.adding(days: -1)
        try db.update(ending)
        var names = try db.names(of: agency)
        if let last = names.indices.last {
            names[last].validTo = ending.validTo
            try db.replaceNames(of: agency, by: names)
        }
        for taker in content.takers {
            try db.insert(Succession(taker, part: content.parts[taker]), of: agency)
        }
    }

    /// The most things of one kind that are looked through for those that nobody shared out.
    private static let countedThings = 10_000

    private func unshared(_ movable: any Movable, of agency: Agency.ID, in db: Database) throws -> Int {
        guard content.takers.count > 1 else { return 0 }
        return try movable.things(of: agency, limit: Self.countedThings, in: db).count {
            content.shares["\(movable.kind) \($0.id)"] == nil
        }
    }
}
