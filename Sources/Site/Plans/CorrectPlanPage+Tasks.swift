import Domain
import Markup

extension CorrectPlanPage {
    func tasksView(_ screen: Screen) -> Markup {
        """
        <section id="tasks" aria-labelledby="tasks-title">
        <h3 class="only-heard" id="tasks-title">\(screen, .tasks)</h3>
        \(when: editing == .newTask && canCorrect, "<div class=\"item\" id=\"new\"><h4>\(screen, .newTask)</h4>\(newTaskForm(screen))</div>")
        <ol class="found">\(each: tasks, { taskView(screen, $0) })</ol>
        \(when: tasks.isEmpty, "<p class=\"item soft\">\(screen, .noTasksHere)</p>")
        </section>
        """
    }

    private func taskView(_ screen: Screen, _ task: Task) -> Markup {
        let id = task.task.id.rawValue
        let mark = task.task.mark
        let form: Markup? =
            switch editing {
            case .task(id): taskForm(screen, task)
            case .split(id): splitForm(screen, task)
            case .merge(id): mergeForm(screen, task)
            default: nil
            }
        return """
            <li class="item\(when: task.isConfirmed, " sure")" id="f-\(mark)" data-shows="\(mark)" tabindex="-1">
            <div class="item-head"><h4><a href="#m-\(mark)">\(screen, .taskNumber(task.number))</a></h4><span class="where">\(task.task.at)\
            \(when: task.line, { "\(when: task.task.at != nil, " · ")\(screen, .line($0))" })</span>
            \(when: task.isConfirmed, "<span class=\"tag full good\">\(screen, .confirmed)</span>")</div>
            \(when: canCorrect ? form : nil, { $0 }, otherwise: taskFacts(screen, task))
            </li>
            """
    }

    private func taskFacts(_ screen: Screen, _ task: Task) -> Markup {
        let language = screen.language.rawValue
        return """
            <p class="words" lang="vi">\(task.task.text.value)</p>
            <dl class="parts" lang="vi">
            <dt lang="\(language)">\(screen, .lead)</dt><dd>\(parties(screen, task.task.lead, .lead, task.task.mark))\
            \(when: task.task.lead.isEmpty, "<span class=\"tag square warn\" lang=\"\(language)\">\(screen, .noLead)</span>")</dd>
            \(when: !task.task.with.isEmpty, "<dt lang=\"\(language)\">\(screen, .coordinators)</dt><dd>\(parties(screen, task.task.with, .with, task.task.mark))</dd>")
            \(when: task.task.time, { time in
                """
                <dt lang="\(language)">\(screen, .time)</dt><dd><span class="chip when" data-found="\(task.task.mark)-time">\(Spelling.time(time.value, .vi))</span>\
                \(when: task.task.timeWords, { " <span class=\"soft\">“\($0)”</span>" })</dd>
                """
            })
            </dl>
            \(each: task.warnings, { warningView(screen, $0) })
            \(when: task.task.range == nil, "<p class=\"warning\">\(screen, .lostItsWords)</p>")
            \(when: canCorrect, taskActs(screen, task))
            """
    }

    private func taskActs(_ screen: Screen, _ task: Task) -> Markup {
        let id = task.task.id.rawValue
        return """
            <div class="acts">
            \(when: !task.isConfirmed, act(screen, "confirm", .confirm, task: id, key: "c"))
            <a class="button small" href="\(here([("edit", id)], "f-t\(id)"))" data-key="e" aria-label="\(screen, .editTask(task.number))">\(screen, .edit)</a>
            <a class="button small" href="\(here([("split", id)], "f-t\(id)"))" data-key="s" aria-label="\(screen, .splitTask(task.number))">\(screen, .split)</a>
            <a class="button small" href="\(here([("merge", id)], "f-t\(id)"))" data-key="m" aria-label="\(screen, .mergeTask(task.number))">\(screen, .merge)</a>
            \(act(screen, "delete", .delete, task: id, key: "x", class: "small danger"))
            </div>
            """
    }

    private func parties(_ screen: Screen, _ parties: [Party], _ kind: MarkKind, _ id: String) -> Markup {
        parties.enumerated().map { place, party in
            let agency = party.agency.flatMap { id in agencies.first { $0.id == id } }
            return """
                <span class="chip \(kind.rawValue)" data-found="\(id)-\(kind.rawValue)-\(place)">\(party.name)</span>\
                \(when: agency.flatMap { $0.name == party.name ? nil : $0.name }, { " <span class=\"soft\">→ \($0)</span>" })
                """
        }.joined(separator: "; ")
    }

    /// Words, parties and time of one task.
    ///
    /// Parties stand one on a line, which needs no script.
    private func taskForm(_ screen: Screen, _ task: Task) -> Markup {
        let id = task.task.id.rawValue
        return screen.form(
            Routes.corrections(plan.id.rawValue), class: "edit",
            """
            \(hiddenFields)<input type="hidden" name="task" value="\(id)">
            \(field(screen, Field(label: .wordsOfTask, name: "text", item: id, now: task.task.text.value, rows: 4, isRequired: true)))
            \(detailFields(screen, id, lead: task.task.lead, with: task.task.with, time: task.task.time?.value))
            \(formActs(screen, "change", back: "f-\(task.task.mark)"))
            """)
    }

    private func newTaskForm(_ screen: Screen) -> Markup {
        screen.form(
            Routes.corrections(plan.id.rawValue), class: "edit",
            """
            \(hiddenFields)\(placeFields)
            \(field(screen, Field(label: .wordsOfTask, name: "text", item: "new", now: "", hint: .pickHint, rows: 4, isRequired: true, takesPlace: true)))
            \(detailFields(screen, "new", lead: [], with: [], time: nil))
            \(formActs(screen, "add", back: "tasks"))
            """)
    }

    private func detailFields(_ screen: Screen, _ id: String, lead: [Party], with: [Party], time: PlanTime?)
        -> Markup
    {
        """
        <div class="trio">
        \(field(screen, Field(label: .leadsOneALine, name: "lead", item: id, now: lead.map(\.name).joined(separator: "\n"), rows: 2, isList: true)))
        \(field(screen, Field(label: .coordinatorsOneALine, name: "with", item: id, now: with.map(\.name).joined(separator: "\n"), rows: 2, isList: true)))
        </div>
        \(field(screen, Field(label: .time, name: "when", item: id, now: time.map { Spelling.time($0, .vi) } ?? "", hint: .timeHint, maximum: 200)))
        """
    }

    /// The end of a sentence is chosen from a list; with a script the cut is wherever the caret is put.
    private func splitForm(_ screen: Screen, _ task: Task) -> Markup {
        let id = task.task.id.rawValue
        guard let cuts = task.cuts, cuts.text.contains(where: \.isWhitespace) else {
            return """
                <p class="warning">\(screen, .nothingToSplit)</p>
                <div class="acts"><a class="button small" href="\(here([], "f-t\(id)"))">\(screen, .back)</a></div>
                """
        }
        let chosen = kept?["at"].flatMap { Int($0) } ?? cuts.best
        return screen.form(
            Routes.corrections(plan.id.rawValue), class: "edit",
            """
            \(hiddenFields)<input type="hidden" name="task" value="\(id)">\(when: cuts.isOwnWords, "<input type=\"hidden\" name=\"in\" value=\"words\">")
            <div class="field only-script"><label for="cut-\(id)">\(screen, .cutHere)</label>
            <span class="hint" id="cut-hint-\(id)">\(screen, cuts.isOwnWords ? .cutOwnWordsHint : .cutHint)</span>
            <textarea id="cut-\(id)" class="cut" lang="vi" rows="6" spellcheck="false" data-cut="\(cuts.start)"\(when: cuts.isOwnWords, " data-own-words") aria-describedby="cut-hint-\(id)">\n\(cuts.text)</textarea></div>
            \(when: cuts.cuts.isEmpty, "<p class=\"warning not-script\">\(screen, .nothingToSplit)</p>")
            <div class="field"><label for="split-\(id)">\(screen, .splitBefore)</label>
            <select id="split-\(id)" name="at" lang="vi" required>\(each: cuts.cuts, { "<option value=\"\($0.offset)\"\(when: $0.offset == chosen, " selected")>\($0.words) …</option>" })</select></div>
            <div class="halves only-script" aria-live="polite" lang="vi"><p></p><p></p></div>
            <div class="row"><button class="first" name="do" value="split">\(screen, .split)</button>
            <a class="button" href="\(here([], "f-t\(id)"))">\(screen, .cancel)</a></div>
            """)
    }

    private func mergeForm(_ screen: Screen, _ task: Task) -> Markup {
        let id = task.task.id.rawValue
        let others = tasks.filter { $0.number != task.number && abs($0.number - task.number) <= 50 }
        return screen.form(
            Routes.corrections(plan.id.rawValue), class: "edit",
            """
            \(hiddenFields)<input type="hidden" name="task" value="\(id)">
            <div class="field"><label for="merge-\(id)">\(screen, .mergeWith(task.number))</label>
            <select id="merge-\(id)" name="other" lang="vi">
            \(each: others, { other in
                "<option value=\"\(other.task.id.rawValue)\"\(when: other.number == task.number + 1, " selected")>\(screen, .taskNumber(other.number)): \(other.task.text.value.prefix(80))</option>"
            })</select></div>
            <div class="row"><button class="first" name="do" value="merge">\(screen, .merge)</button>
            <a class="button" href="\(here([], "f-t\(id)"))">\(screen, .cancel)</a></div>
            """)
    }
}
