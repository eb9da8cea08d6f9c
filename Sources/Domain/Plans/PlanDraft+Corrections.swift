extension PlanDraft {
    /// A reading with corrections applied, and what of them a later reading made doubtful.
    package struct Corrected: Hashable, Sendable {
        package var draft: PlanDraft
        package var conflicts: [CorrectionConflict]
    }

    /// Applies corrections in their order.
    ///
    /// Pure: the same reading and list always give the same draft.
    package func applying(_ corrections: [Correction]) -> Corrected {
        var corrector = DraftCorrector(draft: self)
        for correction in corrections {
            corrector.apply(correction)
        }
        return Corrected(draft: corrector.finished(), conflicts: corrector.conflicts)
    }

    /// Takes identifiers over from an earlier reading for whatever stands at about the same place.
    package func keepingIdentity(of earlier: PlanDraft) -> PlanDraft {
        var draft = self
        draft.tasks = Self.keepingIdentity(of: earlier.tasks, in: tasks)
        draft.reports = Self.keepingIdentity(of: earlier.reports, in: reports)
        draft.recipients = Self.keepingIdentity(of: earlier.recipients, in: recipients)
        draft.contacts = Self.keepingIdentity(of: earlier.contacts, in: contacts)
        draft.citations = Self.keepingIdentity(of: earlier.citations, in: citations)
        return draft
    }

    /// Items at the same place first, then pairs by likeness of their places, each item once.
    private static func keepingIdentity<Item: DraftItem>(of earlier: [Item], in later: [Item]) -> [Item] {
        var result = later
        var free = Set(earlier.map(\.id))
        var settled: Set<Int> = []
        var pairs: [(likeness: Double, new: Int, old: Identifier<Item>)] = []
        let sorted = earlier.filter { $0.range != nil }.sorted { $0.range! < $1.range! }
        let widest = sorted.map { $0.range!.count }.max() ?? 0
        for (index, item) in later.enumerated() {
            guard let range = item.range else { continue }
            for old in near(range, in: sorted, widest: widest) {
                let likeness = range.likeness(old.range!)
                if likeness >= DraftCorrector.sameLikeness { pairs.append((likeness, index, old.id)) }
            }
        }
        pairs.sort { ($0.likeness, $1.new, $1.old) > ($1.likeness, $0.new, $0.old) }
        for pair in pairs where free.contains(pair.old) && !settled.contains(pair.new) {
            free.remove(pair.old)
            settled.insert(pair.new)
            result[pair.new].id = pair.old
        }
        // A new item must not bear a name that an old one keeps elsewhere.
        var taken = Set(settled.map { result[$0].id })
        for index in result.indices where !settled.contains(index) {
            var id = result[index].id
            var suffix = 2
            while taken.contains(id) || free.contains(id) {
                id = Identifier("\(result[index].id)-\(suffix)")
                suffix += 1
            }
            result[index].id = id
            taken.insert(id)
        }
        return result
    }

    /// Items of a sorted list that may overlap a range.
    private static func near<Item: DraftItem>(_ range: TextRange, in sorted: [Item], widest: Int)
        -> ArraySlice<Item>
    {
        let from = sorted.partitioningIndex { $0.range!.lower >= range.lower - widest }
        let to = sorted.partitioningIndex { $0.range!.lower >= range.upper }
        return sorted[min(from, to)..<to]
    }
}

extension Array {
    /// The first index whose element satisfies a condition that holds from there on.
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
