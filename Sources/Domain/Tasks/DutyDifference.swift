/// A task of a plan and the one of the plan that replaces it that is the same duty.
package struct DutyPair: Hashable, Sendable {
    package var old: Plan.Task.ID
    package var new: Plan.Task.ID

    package init(old: Plan.Task.ID, new: Plan.Task.ID) {
        self.old = old
        self.new = new
    }
}

/// A task as two plans are compared by: its words and its leads without marks, case and spelling.
package struct ComparedDuty: Hashable, Sendable {
    package var task: Plan.Task.ID
    package var words: [String]
    package var leads: Set<String>

    package init(task: Plan.Task.ID, words: [String], leads: Set<String>) {
        self.task = task
        self.words = words
        self.leads = leads
    }
}

/// What becomes of the duties of a plan when another replaces it.
package struct DutyDifference: Hashable, Sendable {
    /// The same duty, word for word and with the same leads.
    package var stays: [DutyPair] = []
    /// Probably the same duty, its words or its leads somewhat changed: a person decides.
    package var resembles: [DutyPair] = []
    package var ended: [Plan.Task.ID] = []
    package var new: [Plan.Task.ID] = []

    /// Shared words over all words from which two duties resemble each other.
    package static let resemblance = 0.6

    /// In the order of the documents.
    ///
    /// Costs words × tasks for those whose words are equal; only what is left over is compared each with each, up to
    /// ``comparisons`` pairs.
    package init(old: [ComparedDuty], new: [ComparedDuty]) {
        var free = Dictionary(grouping: new.indices, by: { new[$0].words }).mapValues { Array($0.reversed()) }
        var taken: Set<Int> = []
        var left: [ComparedDuty] = []
        for duty in old {
            let places = free[duty.words] ?? []
            let place = places.last { new[$0].leads == duty.leads }
            if let place {
                free[duty.words]?.removeAll { $0 == place }
                taken.insert(place)
                stays.append(DutyPair(old: duty.task, new: new[place].task))
            } else {
                left.append(duty)
            }
        }
        match(left, with: new.indices.filter { !taken.contains($0) }.map { new[$0] })
    }

    /// Pairs compared at most: what lies beyond counts as ended and new.
    package static let comparisons = 250_000

    /// The likeliest first.
    private mutating func match(_ old: [ComparedDuty], with new: [ComparedDuty]) {
        var likely: [(score: Double, old: Int, new: Int)] = []
        let newWords = new.map { Set($0.words) }
        var compared = 0
        for (oldPlace, duty) in old.enumerated() {
            let words = Set(duty.words)
            for (newPlace, other) in new.enumerated() where compared < Self.comparisons {
                compared += 1
                let shared = words.intersection(newWords[newPlace]).count
                let all = words.count + newWords[newPlace].count - shared
                var score = all == 0 ? 0 : Double(shared) / Double(all)
                // The same words for another office are another office's duty, but a person may see it otherwise.
                if !duty.leads.isEmpty, !duty.leads.isDisjoint(with: other.leads) { score += 0.15 }
                if score >= Self.resemblance + 0.15 || duty.words == other.words {
                    likely.append((score, oldPlace, newPlace))
                }
            }
        }
        likely.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
        var oldDone: Set<Int> = []
        var newDone: Set<Int> = []
        for pair in likely where !oldDone.contains(pair.old) && !newDone.contains(pair.new) {
            oldDone.insert(pair.old)
            newDone.insert(pair.new)
            resembles.append(DutyPair(old: old[pair.old].task, new: new[pair.new].task))
        }
        ended = old.indices.filter { !oldDone.contains($0) }.map { old[$0].task }
        self.new = new.indices.filter { !newDone.contains($0) }.map { new[$0].task }
    }
}
