import Domain
import Markup
import Operations

/// What shows that the task was done, and the forms that add to it.
extension TaskPage {
    /// Where the visitor may add evidence: value of the form's field, and its name.
    func evidencePlaces(_ language: Language) -> [(value: String, text: String)] {
        var places: [(value: String, text: String)] = []
        if may(.addEvidence) { places.append(("task", Phrase.leadsPart[language])) }
        for part in track.contributions where part.state.isLive && may(.contribute(part.agency)) {
            places.append(("part-\(part.id.rawValue)", Phrase.partOfAgency(name(of: part.agency))[language]))
        }
        if may(.addEvidence) {
            for period in track.periods.suffix(Self.periodsToChoose).reversed() where period.from <= today {
                places.append(
                    ("period-\(period.from.description)", Phrase.ofPeriod(Self.periodName(period))[language]))
            }
        }
        return places
    }

    private static let periodsToChoose = 6

    func evidenceView(_ screen: Screen) -> Markup {
        let isShown = may(.viewEvidence)
        return """
            <section class="sheet" id="evidence" aria-labelledby="evidence-title"><h2 id="evidence-title">\(screen, .evidence) <span class="soft number">(\(track.evidenceCount))</span></h2>
            \(when: !isShown, "<p class=\"soft\">\(screen, .evidenceHidden)</p>")
            \(when: isShown && track.evidence.isEmpty, "<p class=\"soft\">\(screen, .noEvidence)</p>")
            \(when: isShown && !track.evidence.isEmpty, "<ul class=\"plainlist\">\(each: track.evidence, { row(screen, $0) })</ul>")
            \(adding(screen))
            </section>
            """
    }

    private func row(_ screen: Screen, _ one: Evidence) -> Markup {
        """
        <li>\(title(one)) <span class="tag">\(screen, one.kind.name)</span>\(when: one.sizeBytes, { " <span class=\"soft small number\">\(Spelling.size($0))</span>" })\(when: isNew(one), " <span class=\"tag half warn\">\(screen, .addedAfterReport)</span>")
        \(when: one.note, { "<span class=\"under said\" lang=\"vi\">\($0)</span>" })\
        \(when: one.place != nil || one.takenOn != nil, "<span class=\"under\"><span lang=\"vi\">\(one.place)</span>\(when: one.takenOn, { " \(screen, .takenOn) <span class=\"date\">\(Spelling.day($0))</span>\(when: $0 > CalendarDay(inVietnamAt: one.addedAt), doubtful(screen))" })</span>")\
        \(when: one.address, { "<span class=\"under\">\($0)</span>" })\
        \(when: one.record, { photoRecord(screen, $0, addedAt: one.addedAt) })\
        \(when: one.page, { keptPage(screen, $0, type: one.mediaType) })\
        <span class="under"><span lang="vi">\(one.agency.map { name(of: $0) })</span> · <span class="date">\(Spelling.instant(one.addedAt))</span>\(when: name(of: one.addedBy), { " · <span lang=\"vi\">\($0)</span>" })</span>
        \(when: mayRemove(one), form(screen, .removeEvidence, target: one.id.rawValue).plain(.removeEvidence, style: "small"))</li>
        """
    }

    /// Added to what stands handed in: whoever judges it may have looked before.
    private func isNew(_ one: Evidence) -> Bool {
        let part = track.contributions.first { $0.id == one.contribution }
        let period = track.periods.first { $0.from == one.period }
        let handedIn = [
            task.state == .submitted ? task.progress.submittedAt : nil,
            part?.state == .submitted ? part?.submittedAt : nil,
            period?.state == .submitted ? period?.submittedAt : nil,
        ].compactMap { $0 }.max()
        return handedIn.map { one.addedAt > $0 } ?? false
    }

    private func title(_ one: Evidence) -> Markup {
        switch one.kind {
        case .file, .photo:
            "<a href=\"\(Routes.evidenceFile(one.id.rawValue))\" lang=\"vi\" download>\(one.title)</a>"
        case .link: foreignLink(one)
        case .plan:
            "<a href=\"\(one.plan.map { Routes.plan($0.rawValue) } ?? Routes.plans())\" lang=\"vi\">\(one.title)</a>"
        }
    }

    /// An address that a person typed; it was checked for its scheme before it was stored.
    private func foreignLink(_ one: Evidence) -> Markup {
        guard let address = one.address, address.hasPrefix("https://") || address.hasPrefix("http://") else {
            return "<span lang=\"vi\">\(one.title)</span>"
        }
        return "<a href=\"\(address)\" rel=\"noopener noreferrer external\" lang=\"vi\">\(one.title)</a>"
    }

    private func mayRemove(_ one: Evidence) -> Bool {
        guard task.state.isPending else { return false }
        if let part = one.contribution {
            guard track.contributions.first(where: { $0.id == part })?.state.isPending == true else {
                return false
            }
        }
        let isOwn = one.agency.map { may(.contribute($0)) } ?? false
        return isOwn || (one.agency.map { leads.contains($0) } ?? true && may(.addEvidence))
    }

    private func adding(_ screen: Screen) -> Markup {
        let places = evidencePlaces(screen.language)
        guard !places.isEmpty else { return .empty }
        func place(_ form: WorkForm) -> Markup {
            places.count > 1
                ? form.choice(.belongsTo, name: "place", chosen: places[0].value, options: places)
                : "<input type=\"hidden\" name=\"place\" value=\"\(places[0].value)\">"
        }
        // The files come last: what stands before them is checked before a byte of one is kept.
        let attest: Markup = """
            <label class="check"><input type="checkbox" name="attest" value="yes" required> <span>\(screen, .attestEvidence)</span></label>
            """
        let (file, photo, link) = (form(screen, .file), form(screen, .photo), form(screen, .link))
        return """
            <div class="work">
            \(file.folded(.addFile, button: .addEvidence, takesFiles: true, """
                \(place(file))\(file.area(.note, name: "note"))\(attest)
                \(file.input(.chooseFile, name: "file", type: "file", isRequired: true, accept: ".docx,.doc,.odt,.rtf,.pdf,.txt,.html,.htm,.jpg,.jpeg,.png,.tif,.tiff,.webp"))
                """))
            \(photo.folded(.addPhoto, button: .addEvidence, takesFiles: true, """
                \(place(photo))\(photo.input(.photoPlace, name: "spot", maximum: 500))\(photo.input(.photoDay, name: "taken", type: "date"))\
                \(photo.area(.note, name: "note"))\(attest)
                \(photo.input(.choosePhoto, name: "file", type: "file", isRequired: true, accept: "image/jpeg,image/png,image/tiff,image/webp"))
                """))
            \(link.folded(.addLink, button: .addEvidence, """
                \(place(link))\(link.input(.linkAddress, name: "address", type: "url", isRequired: true, maximum: 2000))\
                \(link.input(.linkTitle, name: "title", isRequired: true, maximum: 300))\(link.area(.note, name: "note"))
                """))
            </div>
            """
    }
}
