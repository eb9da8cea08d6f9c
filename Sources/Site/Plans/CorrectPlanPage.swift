import Domain
import Markup

/// A draft beside its document: everything that was read, to be corrected and confirmed.
struct CorrectPlanPage: Sendable {
    /// A task as it stands now, after all corrections.
    struct Task: Sendable {
        var task: DraftTask
        /// From 1, in the order of the document.
        var number: Int
        /// The line of the document where it begins; nil where no words stand behind it.
        var line: Int?
        var warnings: [DraftWarning]
        /// Where it can be split; nil unless its form for that stands open.
        var cuts: TaskCuts?

        /// Confirmed whole: its words, its parties and its time.
        var isConfirmed: Bool { TaskPart.allCases.allSatisfy(task.isConfirmed) }
    }

    /// A form that stands open.
    enum Editing: Sendable, Equatable {
        case nothing
        case head
        case task(String)
        case split(String)
        case merge(String)
        case item(ListKind, String)
        case newTask
        case newItem(ListKind)
    }

    var plan: Plan
    var draft: PlanDraft
    var file: String
    var text: MarkedText
    /// Part of a long document, from 1.
    var part: Int
    var partCount: Int
    var tasks: [Task]
    /// Tasks outside this part, for merging with a neighbour and for counting.
    var confirmedCount: Int
    /// Warnings that belong to no task of this part.
    var warnings: [DraftWarning]
    var conflicts: [CorrectionConflict]
    var agencies: [Agency]
    var canUndo: Bool
    var canRedo: Bool
    var canCorrect: Bool
    var canIssue: Bool
    var canDelete: Bool
    var editing: Editing
    /// Notes of the conversion: recognised text, converted letters.
    var notices: [Phrase]
    /// The form that was just sent and couldn't be saved.
    var kept: KeptForm?
    /// Where the lines begin, for links from offsets to them.
    private let places: DraftPlaces
}

extension CorrectPlanPage {
    /// What the page is made of, as the office hands it over.
    struct Source: Sendable {
        var plan: Plan
        var draft: PlanDraft
        var conflicts: [CorrectionConflict]
        var text: String
        var fileName: String
        var notices: [Phrase]
        var canUndo: Bool
        var canRedo: Bool
        var allowed: Set<Action>
        var agencies: [Agency]
    }

    init(_ source: Source, part wanted: Int, editing: Editing, kept: KeptForm? = nil) {
        places = DraftPlaces(source.draft, source.text)
        partCount = places.parts.count
        part = min(max(1, wanted), partCount)
        let shown = places.parts[part - 1]
        let bytes = places.bytes(of: shown.lines)

        plan = source.plan
        draft = source.draft
        file = source.fileName
        conflicts = source.conflicts
        agencies = source.agencies
        canUndo = source.canUndo
        canRedo = source.canRedo
        canCorrect = source.allowed.contains(.correctPlan)
        canIssue = source.allowed.contains(.issuePlan)
        canDelete = source.allowed.contains(.deleteDraft)
        self.editing = editing
        notices = source.notices
        self.kept = kept
        confirmedCount = source.draft.tasks.count { task in TaskPart.allCases.allSatisfy(task.isConfirmed) }

        var free = Array(source.draft.warnings.enumerated())
        let utf8 = Array(source.text.utf8)
        tasks = shown.tasks.map { [places] index in
            let task = source.draft.tasks[index]
            let own = free.filter { _, warning in
                guard let place = warning.range, let range = task.range else { return false }
                return range.overlapCount(place) > 0
            }
            free.removeAll { one in own.contains { $0.offset == one.offset } }
            return Task(
                task: task, number: index + 1, line: places.line(of: task.range),
                warnings: own.map(\.element),
                cuts: editing == .split(task.id.rawValue)
                    ? TaskCuts(of: task, in: utf8) : nil)
        }
        warnings = free.map(\.element).filter { $0.range.map { bytes.contains($0.lower) } ?? true }
        text = MarkedText(
            source.text, lines: shown.lines,
            marks: Self.marks(of: source.draft, tasks: shown.tasks, within: bytes))
    }

    /// The line of an offset, from 1.
    func line(of range: TextRange?) -> Int? { places.line(of: range) }
}
