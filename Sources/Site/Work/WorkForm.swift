import Domain
import HTTP
import Markup
import Operations

/// What a button of a task's page does; the value of its form's field `do`.
enum WorkAct: String, Sendable, CaseIterable {
    case start, submit, takeBack, delegate, askForTime
    case accept, `return`, cancel, reopen, remind, grantTime, refuseTime, setRhythm
    case comment
    /// On contributions.
    case ask, beginPart, submitPart, takePartBack, acceptPart, returnPart, cancelPart
    /// On periods.
    case submitPeriod, acceptPeriod, returnPeriod
    case file, photo, link, removeEvidence
    case implement
}

/// A form of a task's page that couldn't be sent, so that nothing typed into it is lost.
struct TypedWork: Sendable {
    var act: WorkAct
    /// Which contribution, agency or period it was about; empty: the task.
    var target: String
    var fields: [String: String]
    var fault: Phrase
    /// How it stands now, where somebody else was quicker.
    var standing: TaskStanding?

    /// What the forms' text fields are called, and their labels.
    static let labels: [(name: String, label: Phrase)] = [
        ("note", .handInNote), ("why", .handInMissing), ("reason", .reason), ("words", .bulkWords),
        ("day", .untilEndOf), ("text", .comment), ("address", .linkAddress), ("title", .linkTitle),
        ("spot", .photoPlace), ("taken", .photoDay), ("account", .colleague), ("place", .belongsTo),
        ("plan", .plan), ("rhythm", .rhythm), ("reporting", .reckoning), ("whole", .wholePlanReports),
    ]

    init(_ act: WorkAct, _ form: Form, fault: Phrase, standing: TaskStanding? = nil) {
        self.act = act
        self.fault = fault
        self.standing = standing
        target = form["target"] ?? ""
        fields = [:]
        // A browser sends line ends of its own (HTML, 4.10.21.4).
        for (name, _) in Self.labels { fields[name] = form[name]?.replacing("\r\n", with: "\n") }
    }

    /// Words that a person wrote, for showing them where their form is gone.
    var written: [(label: Phrase, words: String)] {
        ["note", "why", "reason", "words", "day", "text"].compactMap { name in
            guard let words = fields[name], !words.isEmpty,
                let label = Self.labels.first(where: { $0.name == name })?.label
            else { return nil }
            return (label, words)
        }
    }
}

/// One form of a task's page: its hidden fields, and fields whose ids no other form bears.
struct WorkForm: Sendable {
    var screen: Screen
    var task: Plan.Task.ID
    var act: WorkAct
    var target: String
    var revision: Int
    /// Set where this very form was refused.
    var typed: TypedWork?

    private func id(_ name: String) -> String {
        "\(act.rawValue)-\(target.isEmpty ? "" : target + "-")\(name)"
    }

    func value(_ name: String, _ otherwise: String = "") -> String { typed?.fields[name] ?? otherwise }

    func area(
        _ label: Phrase, name: String, value: String = "", hint: Phrase? = nil, isRequired: Bool = false
    ) -> Markup {
        """
        <div class="field"><label for="\(id(name))">\(screen, label)</label>\
        \(when: hint, { "<span class=\"hint\" id=\"\(id(name))-hint\">\(screen, $0)</span>" })\
        <textarea id="\(id(name))" name="\(name)" lang="vi" maxlength="3000"\(when: isRequired, " required")\
        \(when: hint != nil, " aria-describedby=\"\(id(name))-hint\"")>\(self.value(name, value))</textarea></div>
        """
    }

    func input(
        _ label: Phrase, name: String, type: String = "text", value: String = "", isRequired: Bool = false,
        maximum: Int? = nil, accept: String? = nil
    ) -> Markup {
        """
        <div class="field"><label for="\(id(name))">\(screen, label)</label>\
        <input id="\(id(name))" name="\(name)" type="\(type)"\(when: type != "file", " value=\"\(self.value(name, value))\" autocomplete=\"off\"")\
        \(when: isRequired, " required")\(when: maximum, { " maxlength=\"\($0)\"" })\(when: accept, { " accept=\"\($0)\"" })></div>
        """
    }

    func choice(_ label: Phrase, name: String, chosen: String, options: [(value: String, text: String)])
        -> Markup
    {
        let chosen = value(name, chosen)
        return """
            <div class="field"><label for="\(id(name))">\(screen, label)</label>
            <select id="\(id(name))" name="\(name)" lang="vi">\(each: options, { option in
                "<option value=\"\(option.value)\"\(when: option.value == chosen, " selected")>\(option.text)</option>"
            })</select></div>
            """
    }

    func check(_ label: Phrase, name: String) -> Markup {
        """
        <p><label class="check"><input type="checkbox" name="\(name)" value="yes"\(when: value(name) == "yes", " checked")> \
        <span>\(screen, label)</span></label></p>
        """
    }

    /// The form as a button alone, or with its fields in view.
    func plain(
        _ button: Phrase, style: String = "", takesFiles: Bool = false, _ fields: Markup = .empty
    ) -> Markup {
        screen.form(
            takesFiles ? Routes.taskEvidence(task.rawValue) : Routes.taskWork(task.rawValue),
            class: fields.isEmpty ? nil : "stack", takesFiles: takesFiles,
            """
            <input type="hidden" name="do" value="\(act.rawValue)"><input type="hidden" name="target" value="\(target)">\
            <input type="hidden" name="revision" value="\(revision)">\
            \(when: typed, { "<p class=\"wrong\" role=\"alert\">\(screen, $0.fault)</p>" })\
            \(fields)<button class="\(style)">\(screen, button)</button>
            """)
    }

    /// The form folded away behind its button's words; it stands open where it was refused.
    func folded(
        _ title: Phrase, button: Phrase? = nil, style: String = "", takesFiles: Bool = false, _ fields: Markup
    ) -> Markup {
        """
        <details class="act"\(when: typed != nil, " open")><summary>\(screen, title)</summary>\
        \(plain(button ?? title, style: style, takesFiles: takesFiles, fields))</details>
        """
    }
}
