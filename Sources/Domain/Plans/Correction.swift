package import Foundation

/// One correction of a draft: who made it when, and after which other.
package struct Correction: Hashable, Codable, Sendable, Identifiable {
    /// 1, 2, 3 … within its plan.
    package var id: Int
    /// The correction that was the last when this one was made; 0 for the first.
    package var parent: Int
    package var by: Account.ID?
    package var at: Date
    package var change: Change

    package init(id: Int, parent: Int, by: Account.ID?, at: Date, change: Change) {
        self.id = id
        self.parent = parent
        self.by = by
        self.at = at
        self.change = change
    }
}

/// All corrections of a plan and a pointer into them.
///
/// Undoing moves the pointer; nothing is ever struck out.
package struct CorrectionHistory: Hashable, Sendable {
    /// By `id`, which counts from 1 without gaps.
    package private(set) var all: [Correction]
    /// The last correction in force; 0 when none is.
    package private(set) var head: Int

    /// The most corrections that one plan takes; each page applies them all.
    package static let limit = 20_000

    /// - Precondition: identifiers are 1, 2, 3 …; each parent is an earlier one; the head exists.
    package init(all: [Correction] = [], head: Int = 0) {
        precondition((0...all.count).contains(head), "The head of a history is one of its corrections.")
        for (index, correction) in all.enumerated() {
            precondition(
                correction.id == index + 1 && (0...index).contains(correction.parent),
                "Corrections are numbered in the order of making, and follow an earlier one.")
        }
        self.all = all
        self.head = head
    }

    /// The corrections in force, oldest first.
    package var applied: [Correction] {
        var path: [Correction] = []
        var id = head
        while id > 0 {
            path.append(all[id - 1])
            id = all[id - 1].parent
        }
        return path.reversed()
    }

    package var canUndo: Bool { head > 0 }

    /// What redo would bring back: the youngest correction that was made after the head.
    package var next: Correction? { all.last { $0.parent == head } }

    package var canRedo: Bool { next != nil }

    /// Adds a correction after the head, which it becomes.
    ///
    /// What was undone before stays in `all`.
    @discardableResult
    package mutating func append(_ change: Change, by account: Account.ID?, at instant: Date) -> Correction {
        let correction = Correction(id: all.count + 1, parent: head, by: account, at: instant, change: change)
        all.append(correction)
        head = correction.id
        return correction
    }

    /// Takes the last correction back; nil when there is none.
    @discardableResult
    package mutating func undo() -> Correction? {
        guard head > 0 else { return nil }
        let undone = all[head - 1]
        head = undone.parent
        return undone
    }

    @discardableResult
    package mutating func redo() -> Correction? {
        guard let next else { return nil }
        head = next.id
        return next
    }

    /// Takes back what one request corrected, which bears one instant; nil when there is nothing.
    package mutating func undoStep() -> Correction? {
        guard let last = undo() else { return nil }
        while let next = applied.last, next.at == last.at { undo() }
        return last
    }

    /// Brings back what one request corrected; nil when there is nothing.
    package mutating func redoStep() -> Correction? {
        guard let first = redo() else { return nil }
        while let next, next.at == first.at { redo() }
        return first
    }
}

/// A correction that a later reading made doubtful.
///
/// It is shown, never lost.
package struct CorrectionConflict: Hashable, Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        /// Nothing stands any more where it was to be applied; it isn't in force.
        case targetMissing
        /// It is in force, but what it was applied to is read quite differently now.
        case targetChanged
        /// A person's confirmed value is in force; the reader now finds another.
        case readingDiffers
        /// A person added it; the reader now finds it as well, so it stands there twice.
        case foundAgain
    }

    package var correction: Correction
    package var reason: Reason

    package init(correction: Correction, reason: Reason) {
        self.correction = correction
        self.reason = reason
    }

    /// Names it where a person lets it go.
    package var id: String { "\(Self.prefix)\(correction.id)" }

    package static let prefix = "correction-"
}
