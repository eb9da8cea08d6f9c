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

    func check(by actor: Actor, in db: Database) throws {
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
        let planned = Set(try db.reorganisations(in: .planned, limit: 1000).flatMap(\.content.agencies))
        if let twice = content.agencies.first(where: planned.contains) {
            throw AgencyRefused.alreadyPlanned(register[twice]?.name ?? "")
        }
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
        var moved: [String: Int] = [:]
        if kind == .rename {
            try rename(in: db)
        } else {
            try found(register, at: now, in: db)
            for agency in content.agencies {
                for (kind, count) in try hand(over: agency, by: actor, at: now, in: db) {
                    moved[kind, default: 0] += count
                }
            }
        }
        let told = Movables.all.compactMap { movable in
            moved[movable.kind].flatMap { $0 > 0 ? "\(movable.kind) \($0)" : nil }
        }
        try Office.record(
            "ApplyReorganisation", "agency", content.agencies.first?.rawValue ?? "",
            ledgerDetail(register, moved: told.joined(separator: ", ")), by: actor, at: now, in: db)
        var result = self
        result.state = .applied
        result.closedAt = now
        result.closedBy = actor.accountID
        return result
    }

    /// - Parameter moved: kinds of things with their numbers, once it is applied.
    func ledgerDetail(_ register: AgencyRegister, moved: String? = nil) -> LedgerDetail {
        let names = content.agencies.compactMap { register[$0]?.name }
        let takers = content.successors.compactMap { register[$0]?.name } + content.founded.map(\.name)
        return [
            "reorganisation": id.rawValue, "kind": kind.rawValue, "effective": effective.description,
            "name": names.joined(separator: "; "), "successors": takers.joined(separator: "; "),
            "newName": content.name, "basis": content.basis,
            "moved": moved,
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

    private func hand(over agency: Agency.ID, by actor: Actor, at now: Date, in db: Database) throws
        -> [(String, Int)]
    {
        guard var ending = try db.agency(agency) else { return [] }
        let move = AgencyMove(
            from: agency, takers: content.takers, shares: content.shares, day: effective, now: now,
            actor: actor,
            reorganisation: id)
        let moved = try Movables.all.map { ($0.kind, try $0.move(move, in: db)) }
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
        return moved
    }
}
