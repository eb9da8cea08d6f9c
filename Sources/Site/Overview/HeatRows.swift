import Domain
import Operations
import Store

/// Gathers the rows of the map: each agency with the sums of its branch, and below those that stand unfolded the
/// agency itself and what is directly below it.
struct HeatRows {
    /// Branches unfolded at once, and levels inside one another.
    static let openLimit = 12
    static let depthLimit = 4

    let visit: Visit
    let register: AgencyRegister
    /// The first week shown.
    let first: Int
    let weeks: ClosedRange<Int>
    let open: [Agency.ID]
    private(set) var rows: [OverviewPage.Row] = []

    init(
        visit: Visit, register: AgencyRegister, first: Int, weeks: ClosedRange<Int>, open: [Agency.ID]
    ) {
        self.visit = visit
        self.register = register
        self.first = first
        self.weeks = weeks
        self.open = open
    }

    /// The agency whose branch the map shows: all of it, then what is its own.
    mutating func addParent(_ id: Agency.ID, _ found: [AgencyWeek]) {
        guard !found.isEmpty else { return }
        if !isLeaf(found) { rows.append(row(id, found, \.counts, as: .whole, depth: 0)) }
        addOwn(id, found, depth: 0)
    }

    /// In the register's order.
    mutating func add(_ found: [AgencyWeek], depth: Int) async throws {
        let order = Dictionary(uniqueKeysWithValues: register.order.enumerated().map { ($1, $0) })
        let agencies = Dictionary(grouping: found, by: \.agency).sorted {
            (order[$0.key] ?? 0, $0.key) < (order[$1.key] ?? 0, $1.key)
        }
        for (id, weeks) in agencies {
            guard !isLeaf(weeks) else {
                rows.append(row(id, weeks, \.counts, as: .single, depth: depth))
                continue
            }
            let isOpen = open.contains(id) && depth < Self.depthLimit
            rows.append(row(id, weeks, \.counts, as: .branch(isOpen: isOpen), depth: depth))
            guard isOpen else { continue }
            addOwn(id, weeks, depth: depth + 1)
            let below = try await ShowHeatMap(below: id, weeks: self.weeks).run(
                in: visit.site.office, as: visit.actor)
            try await add(below, depth: depth + 1)
        }
    }

    private mutating func addOwn(_ id: Agency.ID, _ found: [AgencyWeek], depth: Int) {
        guard found.contains(where: { $0.own.total > 0 }) else { return }
        rows.append(row(id, found, \.own, as: .own, depth: depth))
    }

    /// Whether all that is due is the agency's own.
    private func isLeaf(_ found: [AgencyWeek]) -> Bool { found.allSatisfy { $0.own == $0.counts } }

    private func row(
        _ id: Agency.ID, _ found: [AgencyWeek], _ counts: KeyPath<AgencyWeek, TaskCounts>,
        as kind: OverviewPage.Row.Kind, depth: Int
    ) -> OverviewPage.Row {
        let today = visit.site.office.today
        return OverviewPage.Row(
            agency: id, name: register.name(of: id, on: today)?.name ?? id.rawValue,
            below: register.children(of: id, on: today).count, kind: kind, depth: depth,
            earlier: found.filter { $0.week < first }.map { $0[keyPath: counts] }.reduce(TaskCounts(), +),
            weeks: Dictionary(
                found.filter { $0.week >= first }.map { ($0.week, $0[keyPath: counts]) },
                uniquingKeysWith: +))
    }
}
