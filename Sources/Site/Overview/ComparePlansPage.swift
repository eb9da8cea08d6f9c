import Domain
import Markup
import Operations

/// What becomes of a plan's duties when another replaces it.
struct ComparePlansPage: Sendable {
    var old: Plan
    var new: Plan
    var compared: ComparedPlans

    func view(_ screen: Screen) -> Markup {
        let difference = compared.difference
        return screen.page(
            screen(.compareDuties), at: .plans,
            """
            <p class="path"><a href="\(Routes.plans())">\(screen, .plans)</a> › <a href="\(Routes.planProgress(old.id.rawValue))" lang="vi">\(name(old))</a></p>
            \(screen.head("\(screen, .compareDuties)", "<span lang=\"vi\">\(name(old))</span> → <a href=\"\(Routes.planProgress(new.id.rawValue))\" lang=\"vi\">\(name(new))</a>"))
            <ul class="counts">
            \(each: [(Phrase.staying, difference.stays.count), (.resembling, difference.resembles.count), (.ending, difference.ended.count), (.newDuties, difference.new.count)], { title, count in
                "<li><span><b class=\"number\">\(count)</b> \(screen, title)</span></li>"
            })</ul>
            \(pairs(screen, .resembling, "resembling", difference.resembles))
            \(single(screen, .ending, "ending", difference.ended))
            \(single(screen, .newDuties, "new", difference.new))
            \(pairs(screen, .staying, "staying", difference.stays))
            """)
    }

    private func name(_ plan: Plan) -> String { TasksPage.planName(plan.number, plan.title, nil) }

    private func pairs(_ screen: Screen, _ title: Phrase, _ id: String, _ pairs: [DutyPair]) -> Markup {
        guard !pairs.isEmpty else { return .empty }
        return """
            <section class="sheet" aria-labelledby="\(id)"><h2 id="\(id)">\(screen, title) <span class="number soft">(\(pairs.count))</span></h2>
            <div class="table" role="region" aria-label="\(screen, title): \(screen, .oldWords), \(screen, .newWords)" tabindex="0"><table class="folds">
            <thead><tr><th scope="col">\(screen, .oldWords)</th><th scope="col">\(screen, .newWords)</th></tr></thead>
            <tbody>\(each: pairs, { pair in
                "<tr><td data-label=\"\(screen, .oldWords)\">\(duty(pair.old))</td><td data-label=\"\(screen, .newWords)\">\(duty(pair.new))</td></tr>"
            })</tbody></table></div></section>
            """
    }

    private func single(_ screen: Screen, _ title: Phrase, _ id: String, _ tasks: [Plan.Task.ID]) -> Markup {
        guard !tasks.isEmpty else { return .empty }
        return """
            <section class="sheet" aria-labelledby="\(id)"><h2 id="\(id)">\(screen, title) <span class="number soft">(\(tasks.count))</span></h2>
            <ul class="plainlist">\(each: tasks, { "<li>\(duty($0))</li>" })</ul></section>
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
