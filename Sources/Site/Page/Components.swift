import Domain
import Markup
import Store

/// Parts that many pages share.
extension Screen {
    /// A labelled input.
    ///
    /// `name` is the form's and, with `id`, the page's; a fault stands between label and input.
    func input(
        _ label: Phrase, name: String, type: String = "text", value: String = "", hint: Phrase? = nil,
        fault: Phrase? = nil, autocomplete: String? = nil, isRequired: Bool = true, maximum: Int? = nil,
        mode: String? = nil, hasFocus: Bool = false
    ) -> Markup {
        let described = [hint.map { _ in "\(name)-hint" }, fault.map { _ in "\(name)-wrong" }].compactMap {
            $0
        }
        return """
            <div class="field\(when: fault != nil, " bad")"><label for="\(name)">\(self, label)</label>
            \(when: hint, { "<span class=\"hint\" id=\"\(name)-hint\">\(self, $0)</span>" })\
            \(when: fault, { "<span class=\"wrong\" id=\"\(name)-wrong\">\(self, $0)</span>" })
            <input id="\(name)" name="\(name)" type="\(type)" value="\(value)"\(when: isRequired, " required")\
            \(when: autocomplete, { " autocomplete=\"\($0)\"" })\(when: maximum, { " maxlength=\"\($0)\"" })\
            \(when: mode, { " inputmode=\"\($0)\"" })\
            \(when: !described.isEmpty, " aria-describedby=\"\(described.joined(separator: " "))\"")\(when: fault != nil, " aria-invalid=\"true\"")\(when: hasFocus, " autofocus")></div>
            """
    }

    /// A labelled choice; `options` are value and text.
    func choice(
        _ label: Phrase, name: String, chosen: String, options: [(value: String, text: String)],
        isVietnamese: Bool = false
    ) -> Markup {
        """
        <div class="field"><label for="\(name)">\(self, label)</label>
        <select id="\(name)" name="\(name)"\(when: isVietnamese, " lang=\"vi\"")>\(each: options, { option in
            "<option value=\"\(option.value)\"\(when: option.value == chosen, " selected")>\(option.text)</option>"
        })</select></div>
        """
    }

    /// The head of a page: its `h1`, a sentence below, and what can be done.
    func head(_ title: Markup, _ sentence: Markup = .empty, acts: Markup = .empty) -> Markup {
        """
        <div class="head"><div><h1>\(title)</h1>\(when: !sentence.isEmpty, "<p>\(sentence)</p>")</div>\
        \(when: !acts.isEmpty, "<div class=\"row\">\(acts)</div>")</div>
        """
    }

    /// What a list shows when there is nothing in it.
    func nothing(_ sentence: Phrase, _ act: Markup = .empty) -> Markup {
        "<div class=\"nothing\"><p>\(self, sentence)</p>\(when: !act.isEmpty, "<p class=\"row\">\(act)</p>")</div>"
    }

    /// Says what of a question the search leaves out; nothing where it looks for all of it.
    func leftOut(of question: String) -> Markup {
        let rest = SearchTerms.leftOut(of: question)
        guard !rest.isEmpty else { return .empty }
        return """
            <p class="small" role="status">\(self, .searchLeavesOut(SearchTerms.queryLimit)) <q lang="vi">\(rest)</q></p>
            """
    }

    /// Links to the first and the next page of a list that is read by marks.
    func pages(first: Link?, next: Link?) -> Markup {
        guard first != nil || next != nil else { return .empty }
        return """
            <nav class="pages" aria-label="\(self, .pages)">\
            <span>\(when: first, { "<a class=\"button small\" href=\"\($0)\">\(self, .firstPage)</a>" })</span>\
            <span>\(when: next, { "<a class=\"button small\" rel=\"next\" href=\"\($0)\">\(self, .next)</a>" })</span></nav>
            """
    }

    func tag(_ state: Plan.State) -> Markup { "<span class=\"tag \(state.sign)\">\(self, state.name)</span>" }

    func tag(_ state: TimeState) -> Markup { "<span class=\"tag \(state.sign)\">\(self, state.name)</span>" }
}
