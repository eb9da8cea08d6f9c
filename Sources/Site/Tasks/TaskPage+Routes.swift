import Domain
import HTTP
import Markup
import Operations
import Store

extension Visit {
    func taskPage(_ id: Plan.Task.ID, typed: TypedWork? = nil) async throws -> TaskPage {
        let office = site.office
        let view = try await ShowTask(task: id).run(in: office, as: actor)
        let track = try await ShowTaskTrack(task: id).run(in: office, as: actor)
        var page = TaskPage(view: view, track: track, colleagues: [], ownPlans: [], typed: typed)
        if page.may(.delegate) {
            for agency in page.leads where actor.agencies(as: [.planner, .member]).contains(agency) {
                page.colleagues += try await ListColleagues(of: agency).run(in: office, as: actor)
            }
        }
        page.ownPlans = try await ownPlans(for: page)
        return page
    }

    /// Plans that the visitor might register as carrying the task out.
    private func ownPlans(for page: TaskPage) async throws -> [Plan] {
        guard page.task.state.isLive, page.plan.state == .issued else { return [] }
        let acting = page.acting
        var plans: [Plan] = []
        for agency in actor.agencies(as: [.planner]) where acting.contains(agency) {
            plans += try await ListPlans(states: [.issued], agency: agency, limit: PlanPage.successorLimit)
                .run(in: site.office, as: actor).items
        }
        let registered = Set(page.track.below.map(\.plan))
        return plans.filter { $0.id != page.plan.id && !registered.contains($0.id) }
    }

    func workOnTask(_ id: Plan.Task.ID, _ form: Form) async throws -> Response {
        guard let act = form["do"].flatMap(WorkAct.init(rawValue:)) else { throw RequestRefused(.badRequest) }
        do {
            try await perform(act, on: id, form)
        } catch let refusal as any Refusal where refusal is TaskRefused || refusal is EvidenceRefused {
            return try await again(id, act, form, refusal)
        }
        return redirect(Routes.task(id.rawValue), flash: .changed)
    }

    /// The task's page with the refused form open, every word in it.
    func again(_ id: Plan.Task.ID, _ act: WorkAct, _ form: Form, _ refusal: any Refusal) async throws
        -> Response
    {
        var standing: TaskStanding?
        if case .changedMeanwhile(let now)? = refusal as? TaskRefused { standing = now }
        let typed = TypedWork(
            act, form, fault: Phrase(refusal.vietnamese, refusal.english), standing: standing)
        return refused(refusal, try await taskPage(id, typed: typed).view(screen))
    }

    private func perform(_ act: WorkAct, on task: Plan.Task.ID, _ form: Form) async throws {
        let (revision, target) = (form.revision, form["target"] ?? "")
        let reason = form["reason"] ?? ""
        switch act {
        case .start: try await run(StartTask(task: task, revision: revision))
        case .submit:
            try await run(
                SubmitTask(task: task, revision: revision, note: form["note"], whyMissing: form["why"]))
        case .takeBack: try await run(TakeBackTask(task: task, revision: revision))
        case .delegate:
            let account = form["account"].flatMap { $0.isEmpty ? nil : Account.ID($0) }
            try await run(DelegateTask(task: task, revision: revision, to: account))
        case .askForTime:
            guard let until = CalendarDay(iso: form["day"] ?? "") else { throw TaskRefused.badDay }
            try await run(AskForTime(task: task, until: until, reason: reason))
        case .comment: try await run(CommentOnTask(task: task, text: form["text"] ?? ""))
        case .accept: try await run(AcceptTask(task: task, revision: revision))
        case .return: try await run(ReturnTask(task: task, revision: revision, reason: reason))
        case .cancel: try await run(CancelTask(task: task, revision: revision, reason: reason))
        case .reopen: try await run(ReopenTask(task: task, revision: revision, reason: reason))
        case .remind: try await run(RemindTask(task: task, words: form["words"]))
        case .grantTime, .refuseTime:
            try await run(AnswerRequestForTime(task: task, grants: act == .grantTime, words: form["words"]))
        case .setRhythm:
            let rhythm = form["rhythm"].flatMap(Rhythm.init(rawValue:))
            let isByLaw = form["reporting"].map { $0 == "law" }
            try await run(SetRhythm(task: task, revision: revision, rhythm: rhythm, isByLaw: isByLaw))
            if form["whole"] == "yes", let isByLaw {
                let plan = try await ShowTask(task: task).run(in: site.office, as: actor).plan
                try await run(SetPlanReporting(plan: plan.id, isByLaw: isByLaw))
            }
        case .implement: try await run(RegisterImplementation(plan: Plan.ID(form["plan"] ?? ""), of: task))
        case .ask:
            let due = try optionalDay(form["day"])
            try await run(
                AskForContribution(task: task, from: Agency.ID(target), words: form["words"] ?? "", due: due))
        case .beginPart: try await contribute(.start, to: task, form)
        case .submitPart: try await contribute(.submit, to: task, form)
        case .takePartBack: try await contribute(.takeBack, to: task, form)
        case .acceptPart: try await judgePart(.accept, form)
        case .returnPart: try await judgePart(.return, form)
        case .cancelPart: try await judgePart(.cancel, form)
        case .submitPeriod:
            try await run(
                SubmitPeriod(task: task, from: try period(target), revision: revision, note: form["note"]))
        case .acceptPeriod, .returnPeriod:
            try await run(
                JudgePeriod(
                    task: task, from: try period(target), revision: revision, accepts: act == .acceptPeriod,
                    reason: reason))
        case .link:
            let link = NewEvidence.link(
                address: form["address"] ?? "", title: form["title"] ?? "", note: form["note"])
            try await run(AddEvidence(task: task, place: try evidencePlace(form), link))
        case .removeEvidence: try await run(RemoveEvidence(evidence: Evidence.ID(target)))
        // Files come by their own address.
        case .file, .photo: throw RequestRefused(.badRequest)
        }
    }

    private func run(_ operation: some Operation) async throws {
        _ = try await operation.run(in: site.office, as: actor)
    }

    private func contribute(_ step: Contribute.Step, to task: Plan.Task.ID, _ form: Form) async throws {
        try await run(
            Contribute(
                to: task, of: Agency.ID(form["target"] ?? ""), revision: form.revision, step,
                note: form["note"]))
    }

    private func judgePart(_ step: JudgeContribution.Step, _ form: Form) async throws {
        try await run(
            JudgeContribution(
                contribution: Contribution.ID(form["target"] ?? ""), revision: form.revision, step,
                reason: form["reason"]))
    }

    private func period(_ text: String) throws -> CalendarDay {
        guard let from = CalendarDay(iso: text) else { throw TaskRefused.noPeriod }
        return from
    }

    /// A day that may be left out.
    func optionalDay(_ text: String?) throws -> CalendarDay? {
        guard let text, !text.isEmpty else { return nil }
        guard let day = CalendarDay(iso: text) else { throw TaskRefused.badDay }
        return day
    }

    /// What the field says that evidence belongs to.
    func evidencePlace(_ form: Form) throws -> EvidencePlace {
        let text = form["place"] ?? "task"
        if text == "task" { return .task }
        if text.hasPrefix("part-") { return .contribution(Contribution.ID(String(text.dropFirst(5)))) }
        guard text.hasPrefix("period-"), let day = CalendarDay(iso: String(text.dropFirst(7))) else {
            throw RequestRefused(.badRequest)
        }
        return .period(day)
    }
}

extension Form {
    /// The revision that the page showed; 0, as of a part that nobody has begun, where it says none.
    var revision: Int { self["revision"].flatMap { Int($0) } ?? 0 }
}
