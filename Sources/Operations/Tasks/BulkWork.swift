package import Domain
import Foundation

/// One verb on many tasks, each by itself: what is refused for one is done for the others.
package struct BulkWork: Operation {
    package enum Verb: Sendable {
        case start
        case submit(note: String?, whyMissing: String?)
        case accept
        case `return`(reason: String)
        case cancel(reason: String)
        case delegate(to: Account.ID?)
        case remind(words: String?)
    }

    /// A task with the revision that was seen.
    package struct Target: Hashable, Sendable {
        package var task: Plan.Task.ID
        package var revision: Int

        package init(task: Plan.Task.ID, revision: Int) {
            self.task = task
            self.revision = revision
        }
    }

    /// What became of one task.
    package struct Outcome: Sendable {
        package var task: Plan.Task.ID
        /// Nil: done.
        package var refusal: (any Refusal)?
    }

    /// Tasks of one piece of work.
    package static let limit = 200

    private let verb: Verb
    private let targets: [Target]

    package init(_ verb: Verb, _ targets: [Target]) {
        self.verb = verb
        self.targets = targets
    }

    /// In the order of the targets.
    ///
    /// A failure (a database that is gone) ends it; what was done before stays done and stands in the ledger.
    package func run(in office: Office, as actor: Actor) async throws -> [Outcome] {
        guard targets.count <= Self.limit else { throw TaskRefused.tooMany(Self.limit) }
        if actor == .nobody { throw AccessRefused.signInFirst }
        var outcomes: [Outcome] = []
        for target in targets {
            do {
                try await run(target, in: office, as: actor)
                outcomes.append(Outcome(task: target.task, refusal: nil))
            } catch let unavailable as Unavailable {
                throw unavailable
            } catch let refusal as any Refusal {
                outcomes.append(Outcome(task: target.task, refusal: refusal))
            }
        }
        return outcomes
    }

    private func run(_ target: Target, in office: Office, as actor: Actor) async throws {
        let (task, revision) = (target.task, target.revision)
        switch verb {
        case .start:
            _ = try await StartTask(task: task, revision: revision).run(in: office, as: actor)
        case .submit(let note, let why):
            _ = try await SubmitTask(task: task, revision: revision, note: note, whyMissing: why).run(
                in: office, as: actor)
        case .accept:
            _ = try await AcceptTask(task: task, revision: revision).run(in: office, as: actor)
        case .return(let reason):
            _ = try await ReturnTask(task: task, revision: revision, reason: reason).run(
                in: office, as: actor)
        case .cancel(let reason):
            _ = try await CancelTask(task: task, revision: revision, reason: reason).run(
                in: office, as: actor)
        case .delegate(let account):
            _ = try await DelegateTask(task: task, revision: revision, to: account).run(in: office, as: actor)
        case .remind(let words):
            _ = try await RemindTask(task: task, words: words).run(in: office, as: actor)
        }
    }
}
