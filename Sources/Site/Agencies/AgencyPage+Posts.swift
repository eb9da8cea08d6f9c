import Domain
import Markup
import Operations

extension AgencyPage {
    /// Posts with whoever holds them on the day, and the form that puts somebody in.
    func postsView(_ screen: Screen) -> Markup {
        let present = view.holders.filter { $0.holds(on: view.day) }.sorted { one, other in
            (Post.Kind.allCases.firstIndex(of: one.post.kind) ?? 0, one.post.title)
                < (Post.Kind.allCases.firstIndex(of: other.post.kind) ?? 0, other.post.title)
        }
        let before = view.holders.filter { !$0.holds(on: view.day) }
        return """
            <section class="sheet" aria-labelledby="posts"><h2 id="posts">\(screen, .posts)</h2>
            \(when: present.isEmpty, "<p class=\"soft\">\(screen, .noPosts)</p>")
            <ul class="plainlist">\(each: present, { holder(screen, $0, isPresent: true) })</ul>
            \(when: !before.isEmpty, "<details><summary>\(screen, .earlierHolders)</summary><ul class=\"plainlist\">\(each: before, { holder(screen, $0, isPresent: false) })</ul></details>")
            \(when: view.mayManagePosts, filling(screen))
            </section>
            """
    }

    private func holder(_ screen: Screen, _ one: PostHolder, isPresent: Bool) -> Markup {
        """
        <li><b lang="vi">\(one.person.name)</b> – <span lang="vi">\(one.post.title)</span>
        <span class="under">\(screen, one.post.kind.name) · \(screen, .since) <span class="date">\(Spelling.day(one.from))</span>\
        \(when: one.until, { " \(screen, .till) <span class=\"date\">\(Spelling.day($0))</span>" })\
        \(when: one.person.email, { " · \($0)" })\(when: one.person.phone, { " · \($0)" })</span>
        \(when: view.mayManagePosts, buttons(screen, one, mayLeave: isPresent && one.until == nil))</li>
        """
    }

    private func buttons(_ screen: Screen, _ one: PostHolder, mayLeave: Bool) -> Markup {
        let link = Routes.agency(view.agency.id.rawValue)
        let leave = screen.form(
            link,
            """
            <input type="hidden" name="post" value="\(one.post.id.rawValue)"><button class="small" name="do" value="vacate">\(screen, .vacate)</button>
            """)
        let erase = screen.form(
            link,
            """
            <input type="hidden" name="person" value="\(one.person.id.rawValue)"><button class="small danger" name="do" value="erase">\(screen, .erase)</button>
            """)
        return "<div class=\"row\">\(when: mayLeave, leave)\(erase)</div>"
    }

    private func filling(_ screen: Screen) -> Markup {
        """
        <details\(when: typed["person"] != nil, " open")><summary>\(screen, .fillPost)</summary>
        \(screen.form(
            Routes.agency(view.agency.id.rawValue), class: "stack",
            """
            <p class="soft small">\(screen, .fillPostHint)</p>
            \(screen.choice(.postKind, name: "postKind", chosen: typed["postKind"] ?? Post.Kind.focalPoint.rawValue, options: Post.Kind.allCases.map { ($0.rawValue, screen($0.name)) }))
            \(screen.input(.postTitle, name: "title", value: typed["title"] ?? "", autocomplete: "off", maximum: 200))
            \(screen.input(.displayName, name: "personName", value: typed["personName"] ?? "", autocomplete: "off", maximum: 200))
            \(screen.input(.email, name: "email", type: "email", value: typed["email"] ?? "", autocomplete: "off", isRequired: false, maximum: 254))
            \(screen.input(.phone, name: "phone", type: "tel", value: typed["phone"] ?? "", autocomplete: "off", isRequired: false, maximum: 30))
            \(screen.input(.fromDay, name: "postFrom", type: "date", value: typed["postFrom"] ?? view.today.description))
            <button name="do" value="post">\(screen, .save)</button>
            """))</details>
        """
    }
}
