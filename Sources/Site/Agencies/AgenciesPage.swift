import Domain
import Markup
import Operations
import Vietnamese

/// The tree of agencies on a day, branch by branch, and search through all of it.
struct AgenciesPage: Sendable {
    var register: AgencyRegister
    var day: CalendarDay
    var today: CalendarDay
    var question: String
    /// Nil where nothing was asked.
    var found: [Agency]?
    var planned: Int
    var questions: Int
    var mayReorganise: Bool

    /// Results on one page.
    static let longestList = 100

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.agencies), at: .agencies,
            """
            \(screen.head("\(screen, .agencies)", "\(screen, .agenciesSentence)", acts: acts(screen)))
            <form method="get" action="\(Routes.agencies())" class="filter" role="search">
            <div class="field wide"><label for="q">\(screen, .searchAgencies)</label>
            <input id="q" name="q" type="search" lang="vi" value="\(question)" maxlength="200"></div>
            \(screen.input(.asOfDay, name: "day", type: "date", value: day.description, isRequired: false))
            <button>\(screen, .showDay)</button></form>
            \(when: found, { results(screen, $0) }, otherwise: tree(screen))
            """)
    }

    private func acts(_ screen: Screen) -> Markup {
        """
        \(when: questions > 0, "<a class=\"button\" href=\"\(Routes.partyQuestions())\">\(screen, .partyQuestions) <span class=\"number\">(\(questions))</span></a>")
        \(when: mayReorganise, "<a class=\"button\" href=\"\(Routes.reorganisations())\">\(screen, .reorganisations) <span class=\"number\">(\(planned))</span></a>")
        """
    }

    private func results(_ screen: Screen, _ found: [Agency]) -> Markup {
        guard !found.isEmpty else { return screen.nothing(.noAgencyFound) }
        return """
            \(when: found.count == Self.longestList, screen.notice(.warn, "<p>\(screen, .tooManyFound)</p>"))
            <ul class="plainlist sheet">\(each: found, { agency in
                "<li>\(link(agency, full: true))<span class=\"under\">\(screen, agency.kind.name) · \(screen, agency.level.name)</span></li>"
            })</ul>
            """
    }

    /// The roots with what stands right below them; deeper branches open on the agency's own page.
    private func tree(_ screen: Screen) -> Markup {
        """
        \(each: register.children(of: nil, on: day), { root in
            """
            <section class="sheet"><h2>\(link(root, full: false))</h2>
            \(AgenciesPage.branch(screen, below: root.id, register, day, today))</section>
            """
        })
        """
    }

    private func link(_ agency: Agency, full: Bool) -> Markup {
        let name =
            full ? register.fullName(of: agency.id, on: day) : register.name(of: agency.id, on: day)?.name
        return "<a href=\"\(AgencyPage.link(agency.id, day, today))\" lang=\"vi\">\(name ?? agency.name)</a>"
    }

    /// What stands right below an agency on a day, in the order of the alphabet, with the size of each branch.
    static func branch(
        _ screen: Screen, below id: Agency.ID, _ register: AgencyRegister, _ day: CalendarDay,
        _ today: CalendarDay
    ) -> Markup {
        let rows = register.children(of: id, on: day).map { agency in
            (agency: agency, name: register.name(of: agency.id, on: day)?.name ?? agency.name)
        }
        let sorted = rows.map { (row: $0, key: Vietnamese.sortKey($0.name)) }.sorted {
            $0.key.lexicographicallyPrecedes($1.key)
        }.map(\.row)
        return """
            <ul class="plainlist">\(each: sorted, { row in
                let below = register.children(of: row.agency.id, on: day).count
                return """
                    <li><a href="\(AgencyPage.link(row.agency.id, day, today))" lang="vi">\(row.name)</a>\
                    \(when: below > 0, " <span class=\"soft small\">\(screen, .unitCount(below))</span>")</li>
                    """
            })</ul>
            """
    }
}
