import Domain
import Operations
import Store

/// Gathers the rows of the map: each agency with the sums of its branch, and below those that stand unfolded the
/// agency itself and what is directly below it.
///
/// Many communes side by side stand in one row, whose figures are what the rows beside it leave of the branch.
struct HeatRows {
    /// Branches unfolded at once, and levels inside one another.
    static let openLimit = 12
    static let depthLimit = 4
    /// More communes than these share a row.
    static let communesAlone = 12
    /// Agencies of one page of the map.
    static let pageLimit = 40
    /// How often the map is asked for one page: most of a long list may have no work.
    private static let askings = 5

    let visit: Visit
    let register: AgencyRegister
    /// The first week shown.
    let first: Int
    let open: [Agency.ID]
    private(set) var rows: [OverviewPage.Row] = []
    /// The agency after which the next page begins.
    private(set) var next: Agency.ID?

    init(visit: Visit, register: AgencyRegister, first: Int, open: [Agency.ID]) {
        self.visit = visit
        self.register = register
        self.first = first
        self.open = open
    }

    /// The communes right below an agency where they share a row, and the others; in the register's order, those of
    /// every time.
    static func split(_ parent: Agency.ID?, _ register: AgencyRegister) -> (
        communes: [Agency.ID], others: [Agency.ID]
    ) {
        let children = register.children(of: parent)
        let communes = children.filter { $0.level == .commune && $0.place != nil }
        // The shared row is what the others leave, so all of them must be on the page.
        guard communes.count > communesAlone, children.count - communes.count <= pageLimit else {
            return ([], children.map(\.id))
        }
        let shared = Set(communes.map(\.id))
        return (communes.map(\.id), children.map(\.id).filter { !shared.contains($0) })
    }

    /// A page of what is below an agency (nil: the topmost agencies), or of its communes alone.
    mutating func addPage(below parent: Agency.ID?, communesOnly: Bool, after last: Agency.ID?) async throws {
        let (communes, others) = Self.split(parent, register)
        if communesOnly {
            try await addPage(communes, after: last)
            return
        }
        guard let parent, last == nil else {
            try await addPage(others, after: last)
            return
        }
        let whole = try await ask([parent])[parent]
        if let whole {
            if !whole.isLeaf { add(parent, whole.all, as: .whole, depth: 0) }
            addOwn(parent, whole, depth: 0)
        }
        if communes.isEmpty {
            try await addPage(others, after: nil)
        } else {
            try await addBelow(parent, whole ?? BranchHeat(), others, communes, depth: 0)
        }
    }

    private mutating func addPage(_ agencies: [Agency.ID], after last: Agency.ID?) async throws {
        var rest = agencies[...]
        if let last, let place = rest.firstIndex(of: last) { rest = rest[(place + 1)...] }
        var shown = 0
        for _ in 0..<Self.askings where !rest.isEmpty && shown < Self.pageLimit {
            let asked = rest.prefix(ShowHeatMap.agencyLimit)
            let found = try await ask(Array(asked))
            for agency in asked where shown < Self.pageLimit {
                rest = rest.dropFirst()
                next = agency
                guard let weeks = found[agency] else { continue }
                try await add(agency, weeks, depth: 0)
                shown += 1
            }
        }
        if rest.isEmpty { next = nil }
    }

    /// Everything right below an agency, the communes in one row.
    private mutating func addBelow(
        _ parent: Agency.ID, _ whole: BranchHeat, _ others: [Agency.ID], _ communes: [Agency.ID], depth: Int
    ) async throws {
        var left = whole.all
        left.subtract(whole.own)
        let found = try await ask(others)
        for agency in others {
            guard let weeks = found[agency] else { continue }
            left.subtract(weeks.all)
            try await add(agency, weeks, depth: depth)
        }
        guard !communes.isEmpty, !left.isEmpty else { return }
        let today = visit.site.office.today
        let count = communes.count { register[$0]?.exists(on: today) == true }
        add(parent, left, as: .communes(count: count), depth: depth)
    }

    private mutating func add(_ id: Agency.ID, _ heat: BranchHeat, depth: Int) async throws {
        guard !heat.isLeaf else {
            add(id, heat.all, as: .single, depth: depth)
            return
        }
        let isOpen = open.contains(id) && depth < Self.depthLimit
        add(id, heat.all, as: .branch(isOpen: isOpen), depth: depth)
        guard isOpen else { return }
        addOwn(id, heat, depth: depth + 1)
        let (communes, others) = Self.split(id, register)
        try await addBelow(id, heat, others, communes, depth: depth + 1)
    }

    private mutating func addOwn(_ id: Agency.ID, _ heat: BranchHeat, depth: Int) {
        if !heat.own.isEmpty { add(id, heat.own, as: .own, depth: depth) }
    }

    private mutating func add(
        _ id: Agency.ID, _ heat: WeekHeat, as kind: OverviewPage.Row.Kind, depth: Int
    ) {
        let today = visit.site.office.today
        rows.append(
            OverviewPage.Row(
                agency: id, name: register.name(of: id, on: today)?.name ?? id.rawValue,
                below: register.children(of: id, on: today).count, kind: kind, depth: depth, heat: heat))
    }

    /// Those of the agencies that have work in these weeks.
    private func ask(_ agencies: [Agency.ID]) async throws -> [Agency.ID: BranchHeat] {
        let found = try await ShowHeatMap(
            of: agencies, weeks: first...(first + OverviewPage.weekCount - 1),
            earlier: ShowHeatMap.earlierLimit
        ).run(in: visit.site.office, as: visit.actor)
        var branches: [Agency.ID: BranchHeat] = [:]
        for one in found {
            branches[one.agency, default: BranchHeat()].all.set(one.counts, week: one.week, first: first)
            branches[one.agency, default: BranchHeat()].own.set(one.own, week: one.week, first: first)
        }
        return branches
    }
}

/// The weeks of a row.
struct WeekHeat: Sendable, Equatable {
    /// All before the first week shown, as far back as the map goes.
    var earlier = TaskCounts()
    /// Of the weeks shown, those with work.
    var weeks: [Int: TaskCounts] = [:]

    var isEmpty: Bool { earlier.total == 0 && weeks.isEmpty }

    mutating func set(_ counts: TaskCounts, week: Int, first: Int) {
        guard counts.total > 0 else { return }
        if week < first { earlier = counts } else { weeks[week] = counts }
    }

    mutating func subtract(_ other: WeekHeat) {
        earlier = Self.difference(earlier, other.earlier)
        for (week, counts) in other.weeks {
            let rest = Self.difference(weeks[week] ?? TaskCounts(), counts)
            weeks[week] = rest.total > 0 ? rest : nil
        }
    }

    private static func difference(_ one: TaskCounts, _ other: TaskCounts) -> TaskCounts {
        TaskCounts(
            pending: max(0, one.pending - other.pending), submitted: max(0, one.submitted - other.submitted),
            accepted: max(0, one.accepted - other.accepted))
    }
}

/// An agency's weeks with all below it, and its own.
private struct BranchHeat {
    var all = WeekHeat()
    var own = WeekHeat()

    /// Whether all that is due is the agency's own.
    var isLeaf: Bool { all == own }
}
