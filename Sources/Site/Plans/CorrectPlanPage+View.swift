import Domain
import Markup

extension CorrectPlanPage {
    func view(_ screen: Screen) -> Markup {
        screen.page(
            plan.title, at: .plans, width: .whole,
            """
            \(deskHead(screen))
            \(messages(screen))
            <div class="desk split" data-revision="\(plan.revision)" data-plan="\(plan.id.rawValue)" data-unsaved="\(screen, .notSaved)">
            <section class="pane" id="document" aria-labelledby="document-title" lang="vi" tabindex="0">
            <div class="strip" lang="\(screen.language.rawValue)"><h2 id="document-title">\(screen, .document)</h2>\(legend(screen))\(parts(screen))</div>
            <div class="paper">
            \(text.view(screen))</div>
            \(when: canCorrect, pickBar(screen))
            </section>
            <section class="pane" id="findings" aria-labelledby="findings-title" tabindex="0">
            <div class="strip"><h2 id="findings-title">\(screen, .whatWasRead)</h2>
            <a href="#head">\(screen, .headOfDocument)</a> <a href="#tasks">\(screen, .tasks) (\(draft.tasks.count))</a> \
            <a href="#reports">\(screen, .reports) (\(draft.reports.count))</a> <a href="#citations">\(screen, .citations) (\(draft.citations.count))</a> \
            <a href="#recipients">\(screen, .recipients) (\(draft.recipients.count))</a></div>
            \(headView(screen))
            \(tasksView(screen))
            \(reportsView(screen))
            \(citationsView(screen))
            \(recipientsView(screen))
            \(contactsView(screen))
            </section>
            </div>
            """)
    }

    private func deskHead(_ screen: Screen) -> Markup {
        """
        <div class="desk-head">
        <h1><span lang="vi">\(plan.title)</span><small>\(file)</small></h1>
        <span class="tag \(plan.state.sign)">\(screen, plan.state.name)</span>
        <span class="small soft number">\(screen, .confirmedOf(confirmedCount, draft.tasks.count))</span>
        <div class="row">
        <a class="button small only-narrow" href="#findings">\(screen, .whatWasRead)</a>
        \(when: canCorrect, editButtons(screen))
        \(when: canIssue, "<a class=\"button small first\" href=\"\(Routes.issue(plan.id.rawValue))\">\(screen, .issueDots)</a>")
        </div>
        </div>
        """
    }

    private func editButtons(_ screen: Screen) -> Markup {
        """
        \(act(screen, "undo", .undo, isEnabled: canUndo, key: "u"))
        \(act(screen, "redo", .redo, isEnabled: canRedo, key: "r"))
        <a class="button small" href="\(here([("edit", "new")], "new"))" data-key="n">\(screen, .addTask)</a>
        """
    }

    private func messages(_ screen: Screen) -> Markup {
        """
        \(when: kept, { kept in
            screen.notice(
                .bad,
                """
                <p>\(screen, kept.fault)</p>\
                \(when: kept.isGone, "<p>\(screen, .keptAsNew)</p>")\
                \(when: kept.isConflict && !kept.isGone && kept.editing != .nothing, "<p>\(screen, .keptBeside)</p>")
                """, isLive: true)
        })\
        \(when: !conflicts.isEmpty, conflictsView(screen))\
        \(when: !notices.isEmpty, screen.notice(.warn, "<ul>\(each: notices, { "<li>\(screen, $0)</li>" })</ul>"))
        """
    }

    /// Appears with a selection in the document: what may become of the words.
    private func pickBar(_ screen: Screen) -> Markup {
        """
        <div class="pick" role="region" aria-label="\(screen, .pickedWords)" lang="\(screen.language.rawValue)" hidden>
        <q lang="vi"></q>
        <div class="row into" hidden><button type="button" class="small first" data-key="p">\(screen, .putInto) <b></b></button></div>
        <div class="row anew"><span>\(screen, .makeOfThem)</span>
        <a class="button small" href="\(here([("edit", "new")], "new"))" data-picks>\(screen, .task)</a>
        \(each: ListKind.allCases, { kind in "<a class=\"button small\" href=\"\(here([("edit", "new-\(kind.rawValue)")], kind.section))\" data-picks>\(screen, kind.name)</a>" })</div>
        </div>
        """
    }

    private func legend(_ screen: Screen) -> Markup {
        """
        <ul class="legend" aria-label="\(screen, .legend)">\
        \(each: MarkKind.allCases, { "<li><span class=\"chip \($0.rawValue)\">\(screen, $0.name)</span></li>" })</ul>
        """
    }

    private func parts(_ screen: Screen) -> Markup {
        guard partCount > 1 else { return .empty }
        return """
            <nav class="row" aria-label="\(screen, .partsOfDocument)">
            \(when: part > 1, "<a rel=\"prev\" href=\"\(partLink(part - 1))\">\(screen, .previous)</a>")
            <span>\(screen, .partOf(part, partCount))</span>
            \(when: part < partCount, "<a rel=\"next\" href=\"\(partLink(part + 1))\">\(screen, .next)</a>")
            </nav>
            """
    }

    private func partLink(_ part: Int) -> Link {
        Routes.correctPlan(plan.id.rawValue).with(query: [("part", String(part))])
    }

    /// This page with a form open, at its place.
    func here(_ query: [(name: String, value: String)], _ fragment: String) -> Link {
        Routes.correctPlan(plan.id.rawValue).with(
            query: (part > 1 ? [("part", String(part))] : []) + query, fragment: fragment)
    }

    /// A correction as one button.
    func act(
        _ screen: Screen, _ name: String, _ label: Phrase, task: String? = nil, isEnabled: Bool = true,
        key: String? = nil, class style: String = "small", about: String? = nil
    ) -> Markup {
        screen.form(
            Routes.corrections(plan.id.rawValue),
            """
            \(hiddenFields)\
            \(when: task, { "<input type=\"hidden\" name=\"task\" value=\"\($0)\">" })\
            <button class="\(style)" name="do" value="\(name)"\(when: !isEnabled, " disabled")\(when: key, { " data-key=\"\($0)\"" })\(when: about, { " aria-label=\"\(screen, label): \($0)\"" })>\(screen, label)</button>
            """)
    }

    var hiddenFields: Markup {
        """
        <input type="hidden" name="revision" value="\(plan.revision)"><input type="hidden" name="part" value="\(part)">
        """
    }

    func warningView(_ screen: Screen, _ warning: DraftWarning) -> Markup {
        """
        <div class="warning" id="\(warningMark(warning))"><p>\(screen, Phrase(warning.vietnamese, warning.english))\
        \(when: line(of: warning.range), { " <a href=\"#line-\($0)\">\(screen, .line($0))</a>" })</p>
        \(when: canCorrect, screen.form(
            Routes.corrections(plan.id.rawValue),
            """
            \(hiddenFields)<input type="hidden" name="warning" value="\(warning.id)">\
            <button class="plain small" name="do" value="dismiss">\(screen, .dismiss)</button>
            """))</div>
        """
    }

    /// Names a warning in fragments of the page.
    private func warningMark(_ warning: DraftWarning) -> String {
        draft.warningMark(draft.warnings.firstIndex(of: warning) ?? 0)
    }

    private func headView(_ screen: Screen) -> Markup {
        """
        <section class="item" id="head" aria-labelledby="head-title">
        <div class="item-head"><h3 id="head-title" class="where">\(screen, .headOfDocument)</h3>
        \(when: canCorrect && editing != .head, "<a href=\"\(here([("edit", "head")], "head"))\" class=\"plain\">\(screen, .edit)</a>")</div>
        \(when: editing == .head, headForm(screen), otherwise: headFacts(screen))
        \(each: warnings, { warningView(screen, $0) })
        </section>
        """
    }

    /// The fields of the head, in the order of a document.
    private var fields: [(field: HeaderField, value: String?, range: TextRange?)] {
        [
            (.kind, draft.kind?.value, draft.kind?.range),
            (.number, draft.number?.value, draft.number?.range),
            (.title, draft.title.value, draft.title.range),
            (.issuer, draft.issuer?.value, draft.issuer?.range),
            (.place, draft.place?.value, draft.place?.range),
            (.date, draft.date.map { Spelling.day($0.value, .vi) }, draft.date?.range),
            (.signerAuthority, draft.signerAuthority?.value, draft.signerAuthority?.range),
            (.signerTitle, draft.signerTitle?.value, draft.signerTitle?.range),
            (.signerName, draft.signerName?.value, draft.signerName?.range),
        ]
    }

    private func headFacts(_ screen: Screen) -> Markup {
        """
        <dl class="parts">\(each: fields, { field in
            """
            <dt>\(screen, field.field.label)</dt><dd lang="\(when: field.value == nil, "\(screen.language.rawValue)", otherwise: "vi")">\
            \(when: field.value, { "\($0)" }, otherwise: "<span class=\"soft\">\(screen, .notInDocument)</span>")\
            \(when: line(of: field.range), { " <a class=\"small soft\" href=\"#line-\($0)\" lang=\"\(screen.language.rawValue)\">\(screen, .line($0))</a>" })</dd>
            """
        })</dl>
        """
    }

    private func headForm(_ screen: Screen) -> Markup {
        screen.form(
            Routes.corrections(plan.id.rawValue), class: "edit",
            """
            \(hiddenFields)
            \(each: fields, { one in
                field(screen, Field(
                    label: one.field.label, name: one.field.rawValue, item: "head", now: one.value ?? "",
                    rows: one.field == .title ? 3 : nil, isRequired: one.field == .title))
            })
            \(formActs(screen, "head", back: "head"))
            """)
    }
}

extension HeaderField {
    var label: Phrase {
        switch self {
        case .kind: Phrase("Loại văn bản", "Kind")
        case .number: Phrase("Số, ký hiệu", "Number")
        case .title: Phrase("Trích yếu", "Title")
        case .issuer: Phrase("Cơ quan ban hành", "Issuer")
        case .place: Phrase("Địa danh", "Place")
        case .date: Phrase("Ngày ban hành", "Date")
        case .signerAuthority: Phrase("Quyền hạn ký", "Authority")
        case .signerTitle: Phrase("Chức vụ", "Title of signer")
        case .signerName: Phrase("Người ký", "Signer")
        }
    }
}
