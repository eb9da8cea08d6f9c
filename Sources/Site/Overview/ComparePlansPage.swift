import Domain
import Markup
import Operations
import Store

/// What becomes of a plan's duties when another replaces it; whoever may replace it decides here which of them go
/// over.
struct ComparePlansPage: Sendable {
    /// What the form of replacing holds.
    struct Choice: Sendable {
        var reason = ""
        /// Old tasks that stay word for word, and are to begin anew all the same.
        var anew: Set<String> = []
        /// Old tasks that resemble a new one, and are the same to the planner.
        var same: Set<String> = []

        /// The pairs of a comparison that go over.
        func pairs(of compared: ComparedPlans) -> [DutyPair] {
            let chosen =
                compared.difference.stays.filter { !anew.contains($0.old.rawValue) }
                + compared.difference.resembles.filter { same.contains($0.old.rawValue) }
            return chosen.filter { compared.tasks[$0.new]?.state != .cancelled }
        }
    }

    var old: Plan
    var new: Plan
    var compared: ComparedPlans
    var choice = Choice()
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        let difference = compared.difference
        return screen.page(
            screen(compared.mayReplace ? .replacePlan : .compareDuties), at: .plans,
            """
            <p class="path"><a href="\(Routes.plans())">\(screen, .plans)</a> › <a href="\(Routes.planProgress(old.id.rawValue))" lang="vi">\(name(old))</a></p>
            \(screen.head("\(screen, compared.mayReplace ? .replacePlan : .compareDuties)", "<span lang=\"vi\">\(name(old))</span> → <a href=\"\(Routes.planProgress(new.id.rawValue))\" lang=\"vi\">\(name(new))</a>"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            <ul class="counts">
            \(each: [(Phrase.staying, difference.stays.count), (.resembling, difference.resembles.count), (.ending, difference.ended.count), (.newDuties, difference.new.count)], { title, count in
                "<li><span><b class=\"number\">\(count)</b> \(screen, title)</span></li>"
            })</ul>
            \(when: compared.mayReplace, replacing(screen), otherwise: differences(screen))
            """)
    }

    private func replacing(_ screen: Screen) -> Markup {
        screen.form(
            Routes.withdraw(old.id.rawValue), class: "stack", id: "replace",
            """
            \(screen.notice(.warn, "<p>\(screen, .replaceSentence)</p>"))
            <input type="hidden" name="revision" value="\(old.revision)"><input type="hidden" name="replacedBy" value="\(new.id.rawValue)">
            \(screen.input(.withdrawReason, name: "reason", value: choice.reason, autocomplete: "off", maximum: 500))
            \(differences(screen))
            <p class="row"><button class="danger" name="do" value="replace">\(screen, .replacePlan)</button>\
            <a class="button" href="\(Routes.plan(old.id.rawValue))">\(screen, .cancel)</a></p>
            """)
    }

    private func differences(_ screen: Screen) -> Markup {
        let difference = compared.difference
        return """
            \(pairs(screen, .resembling, "resembling", difference.resembles))
            \(pairs(screen, .staying, "staying", difference.stays))
            \(single(screen, .ending, "ending", difference.ended))
            \(single(screen, .newDuties, "new", difference.new))
            """
    }

    private func name(_ plan: Plan) -> String { TasksPage.planName(plan.number, plan.title, nil) }

    private func pairs(_ screen: Screen, _ title: Phrase, _ id: String, _ pairs: [DutyPair]) -> Markup {
        guard !pairs.isEmpty else { return .empty }
        return """
            <section class="sheet" aria-labelledby="\(id)"><h2 id="\(id)">\(screen, title) <span class="number soft">(\(pairs.count))</span></h2>
            <div class="table" role="region" aria-label="\(screen, title): \(screen, .oldWords), \(screen, .newWords)" tabindex="0"><table class="folds">
            <thead><tr><th scope="col">\(screen, .oldWords)</th><th scope="col">\(screen, .newWords)</th>\
            \(when: compared.mayReplace, "<th scope=\"col\">\(screen, .whatGoesOver)</th>")</tr></thead>
            <tbody>\(each: pairs, { pair in
                """
                <tr><td data-label="\(screen, .oldWords)">\(duty(pair.old))</td><td data-label="\(screen, .newWords)">\(duty(pair.new))</td>\
                \(when: compared.mayReplace, "<td data-label=\"\(screen, .whatGoesOver)\">\(goesOver(screen, pair, stays: id == "staying"))</td>")</tr>
                """
            })</tbody></table></div></section>
            """
    }

    /// The state and the pieces of work that go over, and the choice.
    private func goesOver(_ screen: Screen, _ pair: DutyPair, stays: Bool) -> Markup {
        let id = pair.old.rawValue
        guard let old = compared.tasks[pair.old], let new = compared.tasks[pair.new] else { return .empty }
        // The planner took the new duty back already: it ends.
        guard new.state != .cancelled else { return screen.tag(new.state) }
        let isChosen = stays ? choice.anew.contains(id) : choice.same.contains(id)
        return """
            \(standing(screen, old))
            <label class="check" for="pair-\(id)"><input type="checkbox" id="pair-\(id)" name="\(stays ? "anew" : "same")" value="\(id)"\(when: isChosen, " checked")>\
            <span>\(screen, stays ? .treatAsNew : .carryOver)</span></label>
            """
    }

    private func standing(_ screen: Screen, _ task: Plan.Task) -> Markup {
        let pieces = Phrase.pieces(compared.work[task.id] ?? TaskWork(), screen.language)
        return """
            \(screen.tag(task.state)) \
            <span class="small">\(pieces.isEmpty ? screen(.nothingDoneYet) : pieces.joined(separator: ", "))</span>
            """
    }

    private func single(_ screen: Screen, _ title: Phrase, _ id: String, _ tasks: [Plan.Task.ID]) -> Markup {
        guard !tasks.isEmpty else { return .empty }
        return """
            <section class="sheet" aria-labelledby="\(id)"><h2 id="\(id)">\(screen, title) <span class="number soft">(\(tasks.count))</span></h2>
            <ul class="plainlist">\(each: tasks, { task in
                "<li>\(duty(task))\(when: id == "ending", compared.tasks[task].map { standing(screen, $0) } ?? .empty)</li>"
            })</ul></section>
            """
    }

    private func duty(_ id: Plan.Task.ID) -> Markup {
        guard let task = compared.tasks[id] else { return .empty }
        return """
            <a href="\(Routes.task(id.rawValue))" lang="vi">\(task.text)</a>\
            <span class="under" lang="vi">\(task.lead.map(\.name).joined(separator: "; "))</span>
            """
    }
}
