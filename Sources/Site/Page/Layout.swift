import Markup

extension Screen {
    /// How wide the page's content runs.
    enum Width: Sendable {
        /// Lists and pages to read.
        case page
        /// A single form.
        case narrow
        /// From edge to edge, for two panes.
        case whole
    }

    /// A whole page around its content.
    ///
    /// `title` is for the window; the content brings its own `h1`.
    func page(
        _ title: String, at place: Place? = nil, width: Width = .page, refreshSeconds: Int? = nil,
        _ content: Markup
    ) -> Markup {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        \(when: refreshSeconds, { "<noscript><meta http-equiv=\"refresh\" content=\"\($0)\"></noscript>" })
        <title>\(title) – Loa</title>
        <link rel="icon" href="\(Asset.icon.link)" type="image/svg+xml">
        <link rel="stylesheet" href="\(Asset.style.link)">
        <script src="\(Asset.script.link)" defer></script>
        </head>
        <body>
        <a class="skip" href="#content">\(self, .skipToContent)</a>
        \(bar(at: place))
        <main id="content" tabindex="-1"\(when: width == .narrow, " class=\"narrow\"")\(when: width == .whole, " class=\"wide\"")>
        \(when: flash, { notice($0.kind, "<p>\(self, $0.text)</p>", isLive: true) })
        \(content)
        </main>
        \(foot)
        </body>
        </html>
        """
    }

    private func bar(at place: Place?) -> Markup {
        """
        <header class="bar">\(when: isDemonstration, "<p class=\"demonstration\">\(self, .demonstrationKeys)</p>")<div class="bar-in">
        <a class="name" href="\(Routes.home())">\(Glyph.loudspeaker) Loa</a>
        \(when: visitor, { visitor in
            """
            <nav aria-label="\(self, .mainNavigation)" class="places-nav"><ul class="places">
            \(each: visitor.places, { item in
                "<li><a href=\"\(item.link)\"\(when: item == place, " aria-current=\"page\"")>\(self, item.name)</a></li>"
            })
            </ul></nav>
            """
        })
        <div class="who">
        \(when: visitor, { inboxLink($0.unread) })
        \(when: visitor, { "<a href=\"\(Routes.account())\" class=\"title\" lang=\"vi\">\($0.displayName)</a>" })
        <a href="\(Routes.language(language.other.rawValue).with(query: [("back", address.address)]))" lang="\(language.other.rawValue)" hreflang="\(language.other.rawValue)">\(language.other.ownName)</a>
        \(when: visitor != nil, form(Routes.signOut(), "<button class=\"plain\">\(self, .signOut)</button>"))
        </div>
        </div></header>
        """
    }

    private var foot: Markup {
        """
        <footer class="foot"><span>\(self, .footNote)</span><a href="\(Routes.guide())">\(self, .guide)</a><a href="\(Routes.keys())">\(self, .keyboardHelp)</a></footer>
        """
    }

    /// A form that is sent by POST, with its token against forged requests.
    func form(
        _ action: Link, class name: String? = nil, id: String? = nil, takesFiles: Bool = false,
        _ fields: Markup
    ) -> Markup {
        """
        <form method="post" action="\(action)"\(when: name, { " class=\"\($0)\"" })\(when: id, { " id=\"\($0)\"" })\(when: takesFiles, " enctype=\"multipart/form-data\"")>\
        <input type="hidden" name="token" value="\(formToken)">\(fields)</form>
        """
    }

    /// A message above the content; a live one is read out by itself.
    func notice(_ kind: Flash.Kind, _ content: Markup, isLive: Bool = false) -> Markup {
        "<div class=\"notice \(kind.rawValue)\"\(when: isLive, " role=\"status\"")>\(content)</div>"
    }
}

extension Screen.Place {
    var name: Phrase {
        switch self {
        case .work: .work
        case .plans: .plans
        case .tasks: .tasks
        case .overview: .overview
        case .calendar: .calendar
        case .upload: .upload
        case .agencies: .agencies
        case .ledger: .ledger
        case .accounts: .accounts
        }
    }

    var link: Link {
        switch self {
        case .work: Routes.work()
        case .plans: Routes.plans()
        case .tasks: Routes.tasks()
        case .overview: Routes.overview()
        case .calendar: Routes.calendar()
        case .upload: Routes.upload()
        case .agencies: Routes.agencies()
        case .ledger: Routes.ledger()
        case .accounts: Routes.accounts()
        }
    }
}
