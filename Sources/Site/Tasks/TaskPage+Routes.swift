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
    func again(_ id: Plan.Task.ID, _ act: WorkAct, _ form: Form, _ refusal: any Refusal) async throws -> Response {
        var standing: TaskStanding?
        if case .changedMeanwhile(let now)? = refusal as? TaskRefused { standing = now }
        let typed = TypedWork(
            act, form, fault: Phrase(refusal.vietnamese, refusal.english), standing: standing)
        return refused(refusal, try await taskPage(id, typed: typed).view(screen))
    }

    private func perform(_ act: WorkAct, on task: Plan.Task.ID, _ form: Form) async throws {
        switch act {
        case .start, .submit, .takeBack, .delegate, .askForTime, .comment:
            try await workAsLead(act, on: task, form)
        case .accept, .return, .cancel, .reopen, .remind, .grantTime, .refuseTime, .setRhythm, .implement:
            try await workAsPlanner(act, on: task, form)
        case .ask, .beginPart, .submitPart, .takePartBack, .acceptPart, .returnPart, .cancelPart:
            try await workOnPart(act, of: task, form)
        case .submitPeriod, .acceptPeriod, .returnPeriod: try await workOnPeriod(act, of: task, form)
        case .link:
            _ = try await AddEvidence(
                task: task, place: try evidencePlace(form),
                .link(address: form["address"] ?? "", title: form["title"] ?? "", note: form["note"])
            ).run(in: site.office, as: actor)
        case .removeEvidence:
            try await RemoveEvidence(evidence: Evidence.ID(form["target"] ?? "")).run(in: site.office, as: actor)
        // Files come by their own address.
        case .file, .photo: throw RequestRefused(.badRequest)
        }
    }

    private func workAsLead(_ act: WorkAct, on task: Plan.Task.ID, _ form: Form) async throws {
        let (office, revision) = (site.office, form.revision)
        switch act {
        case .start: _ = try await StartTask(task: task, revision: revision).run(in: office, as: actor)
        case .submit:
            _ = try await SubmitTask(task: task, revision: revision, note: form["note"], whyMissing: form["why"])
                .run(in: office, as: actor)
        case .takeBack: _ = try await TakeBackTask(task: task, revision: revision).run(in: office, as: actor)
        case .delegate:
            let account = form["account"].flatMap { $0.isEmpty ? nil : Account.ID($0) }
            _ = try await DelegateTask(task: task, revision: revision, to: account).run(in: office, as: actor)
        case .askForTime:
            guard let until = CalendarDay(iso: form["day"] ?? "") else { throw TaskRefused.badDay }
            _ = try await AskForTime(task: task, until: until, reason: form["reason"] ?? "").run(
                in: office, as: actor)
        case .comment:
            _ = try await CommentOnTask(task: task, text: form["text"] ?? "").run(in: office, as: actor)
        default: preconditionFailure("\(act) is no lead's")
        }
    }

    private func workAsPlanner(_ act: WorkAct, on task: Plan.Task.ID, _ form: Form) async throws {
        let (office, revision, reason) = (site.office, form.revision, form["reason"] ?? "")
        switch act {
        case .accept: _ = try await AcceptTask(task: task, revision: revision).run(in: office, as: actor)
        case .return:
            _ = try await ReturnTask(task: task, revision: revision, reason: reason).run(in: office, as: actor)
        case .cancel:
            _ = try await CancelTask(task: task, revision: revision, reason: reason).run(in: office, as: actor)
        case .reopen:
            _ = try await ReopenTask(task: task, revision: revision, reason: reason).run(in: office, as: actor)
        case .remind: _ = try await RemindTask(task: task, words: form["words"]).run(in: office, as: actor)
        case .grantTime, .refuseTime:
            _ = try await AnswerRequestForTime(task: task, grants: act == .grantTime, words: form["words"]).run(
                in: office, as: actor)
        case .setRhythm:
            let rhythm = form["rhythm"].flatMap(Rhythm.init(rawValue:))
            _ = try await SetRhythm(task: task, revision: revision, rhythm: rhythm).run(in: office, as: actor)
        case .implement:
            _ = try await RegisterImplementation(plan: Plan.ID(form["plan"] ?? ""), of: task).run(
                in: office, as: actor)
        default: preconditionFailure("\(act) is no planner's")
        }
    }

    private func workOnPart(_ act: WorkAct, of task: Plan.Task.ID, _ form: Form) async throws {
        let (office, revision, target) = (site.office, form.revision, form["target"] ?? "")
        func contribute(_ step: Contribute.Step, note: String? = nil) async throws {
            _ = try await Contribute(to: task, of: Agency.ID(target), revision: revision, step, note: note).run(
                in: office, as: actor)
        }
        func judge(_ step: JudgeContribution.Step) async throws {
            _ = try await JudgeContribution(
                contribution: Contribution.ID(target), revision: revision, step, reason: form["reason"]
            ).run(in: office, as: actor)
        }
        switch act {
        case .ask:
            let due = try optionalDay(form["day"])
            _ = try await AskForContribution(
                task: task, from: Agency.ID(target), words: form["words"] ?? "", due: due
            ).run(in: office, as: actor)
        case .beginPart: try await contribute(.start)
        case .submitPart: try await contribute(.submit, note: form["note"])
        case .takePartBack: try await contribute(.takeBack)
        case .acceptPart: try await judge(.accept)
        case .returnPart: try await judge(.return)
        case .cancelPart: try await judge(.cancel)
        default: preconditionFailure("\(act) is of no contribution")
        }
    }

    private func workOnPeriod(_ act: WorkAct, of task: Plan.Task.ID, _ form: Form) async throws {
        let (office, revision) = (site.office, form.revision)
        guard let from = CalendarDay(iso: form["target"] ?? "") else { throw TaskRefused.noPeriod }
        if act == .submitPeriod {
            _ = try await SubmitPeriod(task: task, from: from, revision: revision, note: form["note"]).run(
                in: office, as: actor)
        } else {
            _ = try await JudgePeriod(
                task: task, from: from, revision: revision, accepts: act == .acceptPeriod, reason: form["reason"]
            ).run(in: office, as: actor)
        }
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
