import Markup

/// How far the reading of received files has come; renews itself with and without script.
struct ReadingPage: Sendable {
    enum State: Sendable, Equatable {
        case waiting
        case running(page: Int, of: Int)
        /// The plan that came of it.
        case done(plan: String)
        case failed(Phrase, duplicateOf: String?)
        case cancelled
    }

    struct Entry: Sendable {
        var id: String
        /// As the browser named it, kept only while the page's server remembers the upload.
        var fileName: String
        var state: State
    }

    var entries: [Entry]

    var isRunning: Bool {
        entries.contains { entry in
            switch entry.state {
            case .waiting, .running: true
            case .done, .failed, .cancelled: false
            }
        }
    }

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.readingFiles), at: .upload, refreshSeconds: isRunning ? 3 : nil,
            """
            \(screen.head("\(screen, isRunning ? .readingFiles : .filesRead)", isRunning ? "\(screen, .readingSentence)" : .empty))
            <ul class="plainlist sheet" id="readings" aria-live="polite">\(each: entries, { entry(screen, $0) })</ul>
            <p class="row"><a class="button" href="\(Routes.upload())">\(screen, .receiveMore)</a> <a class="button" href="\(Routes.plans())">\(screen, .plans)</a></p>
            """)
    }

    func entry(_ screen: Screen, _ entry: Entry) -> Markup {
        """
        <li id="reading-\(entry.id)"\(when: isOpen(entry.state), " data-events=\"\(Routes.readingEvents(entry.id))\"")><div class="head"><div><b>\(entry.fileName)</b>
        \(stateView(screen, entry))</div>
        \(when: isOpen(entry.state), screen.form(Routes.cancelReading(entry.id), "<button class=\"small\">\(screen, .cancelReading)</button>"))
        </div></li>
        """
    }

    private func isOpen(_ state: State) -> Bool {
        switch state {
        case .waiting, .running: true
        case .done, .failed, .cancelled: false
        }
    }

    private func stateView(_ screen: Screen, _ entry: Entry) -> Markup {
        switch entry.state {
        case .waiting: "<p class=\"soft\" data-progress>\(screen, .waiting)</p>"
        case .running(let page, let count):
            """
            <p data-progress>\(screen, count > 0 ? .pageOf(min(page + 1, count), count) : .converting)</p>
            <progress\(when: count > 0, " max=\"\(count)\" value=\"\(page)\"") aria-label="\(screen, .readingFiles)"></progress>
            """
        case .done(let plan):
            "<p><span class=\"tag full good\">\(screen, .readDone)</span> <a href=\"\(Routes.correctPlan(plan))\">\(screen, .correctNow)</a></p>"
        case .failed(let reason, let duplicate):
            """
            <p><span class="tag square bad">\(screen, .notReceived)</span> \(screen, reason)\
            \(when: duplicate, { " <a href=\"\(Routes.plan($0))\">\(screen, .openPlan)</a>" })</p>
            """
        case .cancelled: "<p class=\"soft\">\(screen, .readingCancelled)</p>"
        }
    }
}
