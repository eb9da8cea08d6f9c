/// Finds the agencies that the parties of one plan are: by the names of the plan's day, seen from the place of
/// whoever issued it.
///
/// Pure; made once for a plan and asked for each of its parties.
package struct PartyMatcher: Sendable {
    private let register: AgencyRegister
    private let names: NameIndex
    private let issuer: Agency.ID
    /// The plan's day, by whose names it is read.
    private let day: CalendarDay
    /// Today, whose agencies act.
    private let today: CalendarDay
    /// Where the issuer stands: itself and everyone above.
    private let path: Set<Agency.ID>
    private let home: Agency.ID
    private let province: Agency.ID?

    /// The most candidates or members that are put before a person.
    package static let longestList = 300

    package init(
        register: AgencyRegister, names: NameIndex, issuer: Agency.ID, on day: CalendarDay, today: CalendarDay
    ) {
        self.register = register
        self.names = names
        self.issuer = issuer
        self.day = day
        self.today = today
        path = Set(register.path(of: issuer))
        home = register.committee(of: issuer)?.id ?? register.path(of: issuer).dropFirst().first ?? issuer
        province = register.province(of: issuer)?.id
    }

    /// The issuer of a plan: the agency that its own words name on its day, else the one that keeps it in Loa.
    ///
    /// - Parameter key: the key of the issuer's name in the plan; nil where it names none.
    package static func issuer(
        named key: String?, keptBy agency: Agency.ID, in register: AgencyRegister, names: NameIndex,
        on day: CalendarDay
    ) -> Agency.ID {
        let before = register[agency]?.exists(on: day) == true ? [] : register.ancestors(of: agency, on: day)
        let fallback =
            Set(before.map { register.committee(of: $0)?.id }).count == 1 ? before.first ?? agency : agency
        guard let key else { return fallback }
        let hits = (names.hits[key] ?? []).filter { $0.isValid(on: day) }
        let kept = Set(register.path(of: agency) + before.flatMap { register.path(of: $0) })
        let near = hits.filter { kept.contains($0.agency) || register.path(of: $0.agency).contains(agency) }
        if near.count == 1, let one = near.first { return one.agency }
        let plain = hits.filter { !$0.isLocal }
        if near.isEmpty, plain.count == 1, let one = plain.first { return one.agency }
        return fallback
    }

    /// The last day on which whoever keeps a plan, or one whose work it does, bore the issuer's name; nil where that is
    /// still its name.
    ///
    /// Tells the time of a plan that bears no day at all.
    package static func lastDay(
        ofIssuerNamed key: String, keptBy agency: Agency.ID, in register: AgencyRegister, names: NameIndex,
        today: CalendarDay
    ) -> CalendarDay? {
        let line = [agency] + register.ancestors(of: agency, on: nil)
        let own = Set(line + line.flatMap { register.path(of: $0) })
        let hits = (names.hits[key] ?? []).filter { own.contains($0.agency) }
        if hits.contains(where: { $0.isValid(on: today) }) { return nil }
        return hits.compactMap(\.to).filter { $0 < today }.max()
    }

    /// What a party is.
    ///
    /// - Parameter key: of its name, as the register's own names were keyed.
    package func match(_ key: String) -> PartyMatch {
        let hits = names.hits[key] ?? []
        let valid = hits.filter { $0.isValid(on: day) }
        let near = nearest(valid)
        if near.count == 1, let one = near.first { return acting(for: one.agency) }
        if near.count > 1 { return .unsure(candidates(near.map(\.agency), .sameName)) }
        if let group = GroupWords(key) { return .group(members(of: group)) }
        let elsewhere = valid.filter { !$0.isLocal }
        if !elsewhere.isEmpty { return .unsure(candidates(elsewhere.map(\.agency), .elsewhere)) }
        let otherTimes = outsideItsTime(nearest(hits.filter { !$0.isValid(on: day) }))
        if !otherTimes.isEmpty { return .unsure(otherTimes) }
        let similar = similar(to: key)
        return similar.isEmpty ? .unknown : .unsure(candidates(similar, .similar))
    }

    /// What was answered for the same words before, as far as it still holds.
    ///
    /// - Parameter agencies: of the day of that answer.
    package func remembered(_ agencies: [Agency.ID]) -> [PartyMatch.Acting]? {
        var result: [PartyMatch.Acting] = []
        for agency in agencies {
            guard case .sure(let acting) = acting(for: agency) else { return nil }
            result.append(acting)
        }
        return result
    }

    // MARK: - Nearness

    /// The hits of the nearest circle that has any: below the issuer's own place, above the issuer, in its province,
    /// central bodies.
    private func nearest(_ hits: [NameIndex.Hit]) -> [NameIndex.Hit] {
        var circles: [[NameIndex.Hit]] = [[], [], [], []]
        for hit in hits {
            if let circle = circle(of: hit) { circles[circle].append(hit) }
        }
        return circles.first { !$0.isEmpty } ?? []
    }

    private func circle(of hit: NameIndex.Hit) -> Int? {
        if path.contains(hit.agency) { return 0 }
        guard let agency = register[hit.agency] else { return nil }
        // "UBND xã" means one committee only to whoever stands below it.
        if agency.place != nil, hit.isLocal { return nil }
        let above = register.path(of: hit.agency)
        if above.contains(issuer) { return 0 }
        if above.dropFirst().first == home { return 1 }
        if above.contains(home) { return 2 }
        if let province, above.contains(province) { return 3 }
        if agency.level == .central, !hit.isLocal { return 3 }
        return nil
    }

    // MARK: - Who acts today

    private func acting(for named: Agency.ID) -> PartyMatch {
        let heirs = register.heirs(of: named, on: today)
        if heirs.count == 1, let one = heirs.first {
            return .sure(.init(one.successor, named: one.successor == named ? nil : named))
        }
        if heirs.isEmpty { return .unknown }
        return .unsure(heirs.map { .init(.init($0.successor, named: named), .tookPart($0.part)) })
    }

    private func candidates(_ agencies: [Agency.ID], _ reason: PartyMatch.Candidate.Reason)
        -> [PartyMatch.Candidate]
    {
        agencies.prefix(Self.longestList).flatMap { named -> [PartyMatch.Candidate] in
            register.heirs(of: named, on: today).map {
                let acting = PartyMatch.Acting($0.successor, named: $0.successor == named ? nil : named)
                return .init(acting, $0.part == nil ? reason : .tookPart($0.part))
            }
        }
    }

    private func outsideItsTime(_ hits: [NameIndex.Hit]) -> [PartyMatch.Candidate] {
        hits.flatMap { hit -> [PartyMatch.Candidate] in
            if let to = hit.to, to < day { return candidates([hit.agency], .endedBefore) }
            return candidates([hit.agency], .notYet)
        }
    }

    // MARK: - Groups and likeness

    private func members(of group: GroupWords) -> [PartyMatch.Member] {
        var seen: Set<Agency.ID> = []
        var result: [PartyMatch.Member] = []
        let all = register.descendants(of: home, on: day)
        for agency in all
        where agency.id != issuer && group.mayHold(agency, isDirect: agency.parent == home) {
            for heir in register.heirs(of: agency.id, on: today) where seen.insert(heir.successor).inserted {
                let acting = PartyMatch.Acting(
                    heir.successor, named: heir.successor == agency.id ? nil : agency.id)
                let isTicked = !group.isNarrowed || group.isNamed(agency, keys: keys(of: agency))
                result.append(.init(acting, isTicked: isTicked))
            }
            if result.count >= Self.longestList { break }
        }
        return result
    }

    private func keys(of agency: Agency) -> [String] { names.mainKeys[agency.id] ?? [] }

    /// Agencies of the issuer's own place whose name begins as the party's does, or the other way round.
    private func similar(to key: String) -> [Agency.ID] {
        guard key.split(separator: " ").count >= 2 else { return [] }
        let near = register.descendants(of: home, on: day).filter { $0.place == nil || $0.parent == home }
        return near.filter { agency in
            keys(of: agency).contains { one in
                one.split(separator: " ").count >= 2 && (one.hasPrefix(key + " ") || key.hasPrefix(one + " "))
            }
        }.prefix(20).map(\.id)
    }
}
