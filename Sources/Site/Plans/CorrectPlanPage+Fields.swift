import Markup

extension CorrectPlanPage {
    /// A field of a correcting form.
    struct Field {
        var label: Phrase
        /// The form's.
        var name: String
        /// Makes the page's identifier, with the name.
        var item: String
        /// What stands in the draft now.
        var now: String
        var hint: Phrase?
        /// Nil: one line, an `input`.
        var rows: Int?
        var isRequired = false
        var maximum = 8000
        /// Words that are picked in the document come here, with their place.
        var takesPlace = false
        /// Picked words become a further line.
        var isList = false
    }

    /// The field with what was typed but couldn't be saved, if so, and then what stands now below its label.
    func field(_ screen: Screen, _ field: Field) -> Markup {
        let id = "\(field.name)-\(field.item)"
        let value = kept?.value(field.name, now: field.now) ?? field.now
        let isOther = kept?.isConflict == true && kept?.isGone == false && value != field.now
        let described = [field.hint == nil ? nil : "hint-\(id)", isOther ? "now-\(id)" : nil].compactMap {
            $0
        }
        let attributes: Markup = """
            id="\(id)" name="\(field.name)" lang="vi" maxlength="\(field.maximum)"\(when: field.isRequired, " required")\
            \(when: !described.isEmpty, " aria-describedby=\"\(described.joined(separator: " "))\"")\
            \(when: field.takesPlace, " data-takes=\"text\"")\(when: field.isList, " data-list")
            """
        return """
            <div class="field"><label for="\(id)">\(screen, field.label)</label>
            \(when: field.hint, { "<span class=\"hint\" id=\"hint-\(id)\">\(screen, $0)</span>" })\
            <input type="hidden" name="\(KeptForm.before)\(field.name)" value="\(field.now)">\
            \(when: field.rows,
                { "<textarea \(attributes) rows=\"\($0)\">\n\(value)</textarea>" },
                otherwise: "<input \(attributes) value=\"\(value)\">")\
            \(when: isOther, "<p class=\"now\" id=\"now-\(id)\"><b>\(screen, .standsNow)</b> <span lang=\"vi\">\(when: field.now.isEmpty, "\(screen, .standsEmpty)", otherwise: "\(field.now)")</span></p>")</div>
            """
    }

    /// Where picked words stand in the document.
    var placeFields: Markup {
        """
        <input type="hidden" name="lower" value="\(kept?["lower"] ?? "")" data-takes="lower">\
        <input type="hidden" name="upper" value="\(kept?["upper"] ?? "")" data-takes="upper">
        """
    }

    /// The buttons at the end of a form: over what stands, where somebody else was quicker, or back to it.
    func formActs(_ screen: Screen, _ act: String, back: String) -> Markup {
        let isConflict = kept?.isConflict == true && kept?.isGone == false
        return """
            <div class="row"><button class="first" name="do" value="\(act)">\(screen, isConflict ? .saveOver : .save)</button>
            <a class="button" href="\(here([], back))">\(screen, isConflict ? .takeWhatStands : .cancel)</a></div>
            """
    }
}
