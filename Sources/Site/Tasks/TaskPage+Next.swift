import Domain
import Markup
import Operations
import Store

/// Where the task stands and what the visitor can do about it.
extension TaskPage {
    func nextView(_ screen: Screen) -> Markup {
        let acts = acts(screen)
        let progress = task.progress
        return """
            <section class="sheet" id="next" aria-labelledby="next-title"><h2 id="next-title">\(screen, .whatNext)</h2>
            <p>\(screen.tag(task.state)) – \(screen, task.state.next)</p>
            <dl class="facts">
            \(when: task.state.isPending || task.state == .cancelled ? progress.reason : nil, { "<dt>\(screen, .returnReason)</dt><dd lang=\"vi\" class=\"said\">\($0)</dd>" })
            \(when: progress.note, { "<dt>\(screen, .reported)</dt><dd lang=\"vi\" class=\"said\">\($0)</dd>" })
            \(when: progress.missingReason, { "<dt>\(screen, .whyStillMissing)</dt><dd lang=\"vi\" class=\"said\">\($0)</dd>" })
            \(when: progress.submittedAt, { "<dt>\(screen, .handIn)</dt><dd><span class=\"date\">\(Spelling.instant($0))</span>\(when: name(of: progress.submittedBy), { " · <span lang=\"vi\">\($0)</span>" })</dd>" })
            </dl>
            \(when: acts.isEmpty && hasOwnPart, "<p><a href=\"#contributions\">\(screen, .yourPartBelow)</a></p>")
            \(when: acts.isEmpty && !hasOwnPart, "<p class=\"soft\">\(screen, .nothingForYou)</p>")
            <div class="work">\(each: acts, { $0 })</div></section>
            """
    }

    /// Whoever has to answer next finds the answer first.
    private func acts(_ screen: Screen) -> [Markup] {
        task.state == .submitted
            ? plannerActs(screen) + leadActs(screen) : leadActs(screen) + plannerActs(screen)
    }

    /// Whether the visitor's agency has something to do or to take back among the contributions.
    private var hasOwnPart: Bool {
        acting.contains { agency in
            may(.contribute(agency))
                && (track.contributions.first { $0.agency == agency }?.state.isPending ?? true)
        }
    }

    private func leadActs(_ screen: Screen) -> [Markup] {
        var acts: [Markup] = []
        if may(.start) { acts.append(form(screen, .start).plain(.startWork, style: "first")) }
        if may(.submit) {
            let submit = form(screen, .submit)
            acts.append(
                submit.folded(
                    .handIn, style: "first",
                    """
                    \(submit.area(.handInNote, name: "note", value: task.progress.note ?? "", isRequired: true))
                    \(when: !neverAsked.isEmpty, neverAskedView(screen))
                    \(when: mayMiss || !neverAsked.isEmpty, submit.area(.handInMissing, name: "why", hint: mayMiss ? .handInMissingNeeded : .handInMissingFree))
                    """))
        }
        if may(.takeBack) { acts.append(form(screen, .takeBack).plain(.takeReportBack)) }
        if may(.delegate) {
            let delegate = form(screen, .delegate)
            acts.append(
                delegate.folded(
                    .delegateWork, button: .save,
                    delegate.choice(
                        .colleague, name: "account", chosen: task.progress.delegate?.rawValue ?? "",
                        options: [("", screen(.wholeAgency))]
                            + colleagues.map { ($0.id.rawValue, $0.displayName) })))
        }
        return acts
    }

    /// Coordinators that the plan names and that nobody asked for a part: the lead may hand in all the same
    /// (docs/tracker.md), but sees who they are.
    private var neverAsked: [Agency.ID] {
        let asked = Set(track.contributions.map(\.agency))
        return acting.filter { !leads.contains($0) && !asked.contains($0) }
    }

    private func neverAskedView(_ screen: Screen) -> Markup {
        let names = neverAsked.prefix(Self.shownNeverAsked).map { name(of: $0) }.joined(separator: "; ")
        let rest = neverAsked.count - Self.shownNeverAsked
        return """
            <p class="hint">\(screen, .neverAsked): <span lang="vi">\(names)</span>\(when: rest > 0, " … (+\(rest))"). <a href="#contributions">\(screen, .contributions)</a></p>
            """
    }

    private static let shownNeverAsked = 12

    /// Whether some part besides the first lead's isn't handed in.
    private var mayMiss: Bool {
        leads.count > 1 || track.contributions.contains { $0.state.isPending }
    }

    private func plannerActs(_ screen: Screen) -> [Markup] {
        var acts: [Markup] = []
        if may(.accept) { acts.append(form(screen, .accept).plain(.acceptWork, style: "first")) }
        if may(.return) {
            let back = form(screen, .return)
            acts.append(back.folded(.returnWork, back.area(.returnWhy, name: "reason", isRequired: true)))
        }
        if may(.remind) {
            let remind = form(screen, .remind)
            acts.append(remind.folded(.remindWork, remind.area(.remindWords, name: "words")))
        }
        if may(.reopen) {
            let reopen = form(screen, .reopen)
            acts.append(reopen.folded(.reopenWork, reopen.area(.reason, name: "reason", isRequired: true)))
        }
        if may(.cancel) {
            let cancel = form(screen, .cancel)
            acts.append(
                cancel.folded(
                    .cancelWork, style: "danger", cancel.area(.reason, name: "reason", isRequired: true)))
        }
        return acts
    }

    // MARK: - More time

    func timeView(_ screen: Screen) -> Markup {
        guard !track.extensions.isEmpty || may(.askForTime) else { return .empty }
        let ask = form(screen, .askForTime)
        return """
            <section class="sheet" id="time" aria-labelledby="time-title"><h2 id="time-title">\(screen, .moreTime)</h2>
            \(when: !track.extensions.isEmpty, "<ul class=\"plainlist\">\(each: track.extensions.reversed(), { extensionView(screen, $0) })</ul>")
            \(when: may(.askForTime), ask.folded(.askForTime, """
                \(ask.input(.untilEndOf, name: "day", type: "date", isRequired: true))
                \(ask.area(.reason, name: "reason", isRequired: true))
                """))
            </section>
            """
    }

    private func extensionView(_ screen: Screen, _ one: TaskExtension) -> Markup {
        let (grant, refuse) = (form(screen, .grantTime), form(screen, .refuseTime))
        return """
            <li>\(screen.tag(one.state)) <span class="date">\(when: one.oldDue, { "\(Spelling.day($0)) → " })\(Spelling.day(one.newDue))</span>
            <span class="under said" lang="vi">\(one.reason)</span>\
            <span class="under"><span class="date">\(Spelling.instant(one.askedAt))</span>\(when: name(of: one.askedBy), { " · <span lang=\"vi\">\($0)</span>" })</span>\
            \(when: one.answer, { "<span class=\"under\" lang=\"vi\">→ \($0)</span>" })
            \(when: one.state == .asked && may(.answerRequestForTime), """
                <div class="work">\(grant.plain(.grantTime))\
                \(refuse.folded(.refuseTime, refuse.area(.answerWords, name: "words", hint: .answerNeeded, isRequired: true)))</div>
                """)</li>
            """
    }

    // MARK: - Comments

    func commentsView(_ screen: Screen) -> Markup {
        guard !track.comments.isEmpty || may(.comment) else { return .empty }
        let form = form(screen, .comment)
        return """
            <section class="sheet" id="comments" aria-labelledby="comments-title"><h2 id="comments-title">\(screen, .comments)</h2>
            \(when: !track.comments.isEmpty, commentList(screen))
            \(when: may(.comment), form.plain(.sendComment, form.area(.comment, name: "text", isRequired: true)))
            </section>
            """
    }

    private func commentList(_ screen: Screen) -> Markup {
        """
        <ol class="plainlist">\(each: track.comments, { one in
            """
            <li>\(when: one.kind == .reminder, "<span class=\"tag half warn\">\(screen, .reminderSign)</span> ")<span lang="vi" class="said">\(one.text)</span>\
            <span class="under"><span class="date">\(Spelling.instant(one.madeAt))</span> · <span lang="vi">\(name(of: one.madeBy) ?? screen(.commandLine))</span></span></li>
            """
        })</ol>
        """
    }

    // MARK: - Plans below

    func belowView(_ screen: Screen) -> Markup {
        guard !track.below.isEmpty || !ownPlans.isEmpty else { return .empty }
        let register = form(screen, .implement)
        return """
            <section class="sheet" id="below" aria-labelledby="below-title"><h2 id="below-title">\(screen, .plansBelow)</h2>
            <ul class="plainlist">\(each: track.below, { one in
                """
                <li class="depth-\(min(4, one.depth))"><a href="\(Routes.plan(one.plan.rawValue))" lang="vi">\(when: one.number, { "\($0) – " })\(one.title)</a>\
                <span class="under"><span lang="vi">\(one.agencyName)</span> · \(screen.tag(one.state)) · <span class="number">\(screen, .accepted(one.counts.accepted, of: one.counts.total))</span></span></li>
                """
            })</ul>
            \(when: !ownPlans.isEmpty, register.folded(.registerPlan, """
                <p class="hint">\(screen, .registerHint)</p>
                \(register.choice(.plan, name: "plan", chosen: "", options: ownPlans.map { ($0.id.rawValue, [$0.number, $0.title].compactMap { $0 }.joined(separator: " – ")) }))
                """))
            </section>
            """
    }
}
