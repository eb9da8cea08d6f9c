import Domain
import Foundation
import Store
import Trust

/// Plans of two years up to a day, the same for the same seed: each is made out of its own number alone.
struct GeneratedPlans: Sendable {
    let office: BenchOffice
    let today: CalendarDay
    let seed: UInt64
    let plans: Int
    let tasks: Int

    /// Tasks of each plan; they add up.
    let sizes: [Int]

    static let days = 730

    init(_ office: BenchOffice, today: CalendarDay, seed: UInt64, plans: Int, tasks: Int) {
        self.office = office
        self.today = today
        self.seed = seed
        self.plans = plans
        self.tasks = tasks
        // Most plans are short and a few are long: weights from 1 to 25, the mean near 4.
        var numbers = SeededNumbers(seed: seed)
        let weights = (0..<plans).map { _ in
            let draw = numbers.below(100)
            return draw < 60
                ? 1 + numbers.below(3) : draw < 95 ? 3 + numbers.below(7) : 10 + numbers.below(16)
        }
        let sum = weights.reduce(0, +)
        var sizes = weights.map { max(1, tasks * $0 / sum) }
        var missing = tasks - sizes.reduce(0, +)
        var place = 0
        while missing > 0 {
            sizes[place % plans] += 1
            place += 1
            missing -= 1
        }
        self.sizes = sizes
    }

    func plan(_ number: Int) -> ImportedPlan {
        var plan = GeneratedPlan(self, number)
        return plan.made()
    }

    /// The plan's entry and, of each task, what led to its state.
    func ledger(of plan: ImportedPlan) -> (issue: NewLedgerEntry, history: [NewLedgerEntry]) {
        let issued = plan.record.plan
        let issue = NewLedgerEntry(
            at: issued.issuedAt ?? issued.receivedAt, actor: issued.issuedBy, action: "IssuePlan",
            subjectKind: "plan", subjectID: issued.id.rawValue,
            detail: #"{"from":"read","tasks":"\#(plan.tasks.count)","to":"issued"}"#)
        var history: [NewLedgerEntry] = []
        for task in plan.tasks {
            let steps: [(String, String, String)] =
                switch task.state {
                case .open: []
                case .inProgress: [("StartTask", "open", "inProgress")]
                case .submitted: [("SubmitTask", "open", "submitted")]
                case .accepted:
                    [("SubmitTask", "open", "submitted"), ("AcceptTask", "submitted", "accepted")]
                case .returned:
                    [("SubmitTask", "open", "submitted"), ("ReturnTask", "submitted", "returned")]
                case .cancelled: [("CancelTask", "open", "cancelled")]
                }
            for (action, from, to) in steps {
                history.append(
                    NewLedgerEntry(
                        at: task.progress.changedAt ?? issue.at, actor: task.progress.changedBy,
                        action: action, subjectKind: "task", subjectID: task.id.rawValue,
                        detail: #"{"from":"\#(from)","to":"\#(to)"}"#))
            }
        }
        return (issue, history)
    }
}

/// One plan in the making.
private struct GeneratedPlan {
    private let all: GeneratedPlans
    private let number: Int
    private var numbers: SeededNumbers
    private let province: BenchOffice.Place
    /// Nil for a plan of the province.
    private let commune: BenchOffice.Place?
    private let day: CalendarDay
    private let instant: Date
    private let id: Plan.ID
    private let planner: Account.ID?
    private var text = ""
    private var bytes = 0

    init(_ all: GeneratedPlans, _ number: Int) {
        self.all = all
        self.number = number
        numbers = SeededNumbers(seed: all.seed &+ UInt64(number + 1) &* 0xD1B5_4A32_D192_ED03)
        province = numbers.one(of: all.office.provinces)
        // Four plans of ten are a province's, and bind its departments and communes.
        commune = numbers.happens(60) && !province.communes.isEmpty ? numbers.one(of: province.communes) : nil
        // In the order of their days, so that identifiers and numbers grow with time.
        day = all.today.adding(days: -(all.plans - number) * GeneratedPlans.days / all.plans)
        instant = Date(timeIntervalSince1970: Double(day.dayNumber) * 86_400 + Double(numbers.below(30_000)))
        id = IdentifierMaker.make(at: instant, random: numbers.bytes(IdentifierMaker.randomByteCount))
        planner = all.office.planners[commune?.agency.id ?? province.agency.id]
    }

    private mutating func newID<Owner>(of _: Owner.Type = Owner.self) -> Identifier<Owner> {
        IdentifierMaker.make(at: instant, random: numbers.bytes(IdentifierMaker.randomByteCount))
    }

    private mutating func write(_ words: String) -> TextRange {
        let lower = bytes
        text += words + "\n"
        bytes += words.utf8.count + 1
        return TextRange(lower, bytes - 1)
    }

    mutating func made() -> ImportedPlan {
        let keeper = commune?.agency ?? province.agency
        let title =
            "Kế hoạch \(number + 1) về \(numbers.one(of: PlanWords.objects)) \(numbers.one(of: PlanWords.times))"
        let titleRange = write(title)
        let sections = ["I", "II", "III", "IV"]
        var drafts: [DraftTask] = []
        var tasks: [Plan.Task] = []
        var work = Work()
        for position in 1...all.sizes[number] {
            let section = sections[min(3, position * 4 / (all.sizes[number] + 1))]
            let words = """
                \(numbers.one(of: PlanWords.verbs)) \(numbers.one(of: PlanWords.objects)) \
                \(numbers.one(of: PlanWords.places)) \(numbers.one(of: PlanWords.times)) (nhiệm vụ \(position))
                """
            let range = write("\(position). \(words)")
            let acting = parties()
            let (time, rhythm) = time()
            let task = task(position, section, words, range, acting, time, rhythm, &work)
            drafts.append(
                DraftTask(
                    id: task.draft, at: section, text: Marked(words, range: range, rule: "line"),
                    lead: task.lead,
                    with: task.with, time: time.map { Marked($0, range: range, rule: "time") }, range: range))
            tasks.append(task)
        }
        return plan(keeper, title, titleRange, drafts, tasks, work)
    }

    private func plan(
        _ keeper: Agency, _ title: String, _ titleRange: TextRange, _ drafts: [DraftTask],
        _ tasks: [Plan.Task],
        _ work: Work
    ) -> ImportedPlan {
        let file = Array(text.utf8)
        let digest = Hexadecimal.encode(SHA256.digest(file))
        let made = Plan(
            id: id, agency: keeper.id, state: .issued, revision: 2, file: digest, kind: "Kế hoạch",
            number: "\(number + 1)/KH-UBND", title: title, issuer: keeper.name, date: PartialDay(day),
            taskCount: tasks.count, readerVersion: "1", receivedAt: instant, receivedBy: planner,
            issuedAt: instant, issuedBy: planner)
        let info = FileInfo(
            name: "ke-hoach-\(number + 1).txt", mediaType: "text/plain; charset=utf-8", sizeBytes: file.count,
            sha256: digest)
        var plan = ImportedPlan(
            record: PlanRecord(plan: made, file: info), bytes: file, text: text,
            reading: PlanDraft(
                title: Marked(title, range: titleRange, rule: "title"),
                sections: ["I", "II", "III", "IV"].map { PlanSection(label: $0, title: $0, range: nil) },
                tasks: drafts), tasks: tasks)
        plan.assignees = work.assignees
        plan.contributions = work.contributions
        plan.periods = work.periods
        return plan
    }

    private struct Work {
        var assignees: [Assignee] = []
        var contributions: [Contribution] = []
        var periods: [(task: Plan.Task.ID, period: Plan.Task.Period)] = []
    }

    /// One leads, up to three coordinate.
    private mutating func parties() -> (lead: Agency?, with: [Agency]) {
        let bodies: [Agency]
        if let commune {
            bodies = commune.bodies + [commune.agency]
        } else {
            bodies = province.bodies + (numbers.happens(30) ? province.communes.prefix(40).map(\.agency) : [])
        }
        // Two of a hundred tasks name nobody.
        let lead = numbers.happens(2) ? nil : numbers.one(of: bodies)
        var with: [Agency] = []
        for _ in 0..<numbers.below(4) {
            let one = numbers.one(of: bodies)
            if one.id != lead?.id, !with.contains(where: { $0.id == one.id }) { with.append(one) }
        }
        return (lead, with)
    }

    private mutating func time() -> (PlanTime?, Rhythm?) {
        let draw = numbers.below(100)
        switch draw {
        case ..<65:
            return (.by(PartialDay(day.adding(days: 10 + numbers.below(355))), before: draw < 30), nil)
        case ..<75:
            let from = 5 + numbers.below(90)
            return (
                .between(
                    PartialDay(day.adding(days: from)),
                    PartialDay(day.adding(days: from + 5 + numbers.below(120)))), nil
            )
        case ..<88: return (.continuous, .quarter)
        case ..<92: return (.yearly, .year)
        default: return (nil, nil)
        }
    }

    /// Nine of ten tasks whose day is past are done; of those to come most haven't begun.
    private mutating func state(_ due: CalendarDay?, _ time: PlanTime?) -> Plan.Task.State {
        let draw = numbers.below(100)
        guard let due else {
            return draw < 70 ? .inProgress : draw < 85 ? .open : draw < 95 ? .accepted : .cancelled
        }
        if due < all.today {
            return draw < 88
                ? .accepted : draw < 93 ? .cancelled : draw < 95 ? .submitted : draw < 96 ? .returned : .open
        }
        return draw < 62
            ? .open : draw < 82 ? .inProgress : draw < 88 ? .submitted : draw < 90 ? .returned : .accepted
    }

    private mutating func task(
        _ position: Int, _ section: String, _ words: String, _ range: TextRange,
        _ acting: (lead: Agency?, with: [Agency]), _ time: PlanTime?, _ rhythm: Rhythm?, _ work: inout Work
    ) -> Plan.Task {
        let deadline = time.flatMap { Deadline(of: $0, from: day) }
        let state = state(deadline?.due, time)
        var task = Plan.Task(
            id: newID(), plan: id, draft: DraftTask.ID("t\(position)"), position: position, state: state,
            at: section,
            text: words, range: range,
            lead: acting.lead.map { [Party(name: $0.name, rule: "line.lead")] } ?? [],
            with: acting.with.map { Party(name: $0.name, rule: "line.with") }, time: time, timeWords: nil,
            deadline: deadline, rhythm: rhythm, revision: 1)
        if state != .open { touch(&task, deadline?.due) }
        for (role, agencies) in [(PartyRole.lead, acting.lead.map { [$0] } ?? []), (.with, acting.with)] {
            for (index, agency) in agencies.enumerated() {
                work.assignees.append(
                    Assignee(
                        task: task.id, role: role, partyPosition: index + 1, agency: agency.id, from: day,
                        assignedAt: instant, assignedBy: planner))
            }
        }
        for agency in acting.with where numbers.happens(40) {
            work.contributions.append(contribution(of: agency, to: task))
        }
        if rhythm != nil, state.isLive { work.periods += periods(of: task) }
        if time == .continuous, state.isLive {
            // One of five has shown nothing for its rhythm.
            let sign = all.today.adding(
                days: -(numbers.happens(20) ? 100 + numbers.below(200) : numbers.below(90)))
            task.progress.lastSign = max(sign, day)
            task.progress.silentFrom = Rhythm.quarter.silence(after: max(sign, day))
        }
        return task
    }

    /// When it came to its state: about its day, never after today.
    private mutating func touch(_ task: inout Plan.Task, _ due: CalendarDay?) {
        let last = min(due ?? all.today, all.today).dayNumber - numbers.below(20)
        let at = Date(timeIntervalSince1970: Double(max(last, day.dayNumber)) * 86_400 + 20_000)
        task.revision = 2
        task.progress.changedAt = at
        task.progress.changedBy = planner
        switch task.state {
        case .submitted, .accepted, .returned:
            task.progress.note = "Đã thực hiện theo kế hoạch."
            task.progress.submittedAt = at
            task.progress.submittedBy = planner
        case .open, .inProgress, .cancelled: break
        }
        if !task.state.isLive { task.progress.endedAt = at }
        if task.state == .returned { task.progress.reason = "Đề nghị bổ sung số liệu." }
        if task.state == .cancelled { task.progress.reason = "Không còn phù hợp." }
    }

    private mutating func contribution(of agency: Agency, to task: Plan.Task) -> Contribution {
        let draw = numbers.below(100)
        let state: Contribution.State =
            switch task.state {
            case .accepted: .accepted
            case .cancelled: .cancelled
            case .submitted: draw < 80 ? .accepted : .submitted
            case .open, .inProgress, .returned: draw < 50 ? .open : draw < 75 ? .inProgress : .submitted
            }
        return Contribution(
            id: newID(), task: task.id, agency: agency.id, state: state, revision: 1,
            asked: "Cung cấp số liệu phần việc của đơn vị.", due: task.deadline?.due.adding(days: -5),
            reason: state == .cancelled ? "Không còn phù hợp." : nil, askedAt: instant, askedBy: planner,
            submittedAt: state.isPending ? nil : task.progress.changedAt,
            submittedBy: state.isPending ? nil : planner)
    }

    /// Those up to last quarter are in.
    private mutating func periods(of task: Plan.Task) -> [(task: Plan.Task.ID, period: Plan.Task.Period)] {
        task.periods(from: day, to: all.today.adding(days: -100)).suffix(4).map { period in
            var period = period
            period.state = numbers.happens(80) ? .accepted : .submitted
            period.revision = 1
            period.submittedAt = Date(timeIntervalSince1970: Double(period.due.dayNumber) * 86_400)
            period.submittedBy = planner
            return (task.id, period)
        }
    }
}
