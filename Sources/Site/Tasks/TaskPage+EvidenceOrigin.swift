import Domain
import Foundation
import Markup

/// What Loa found out about a link or a photo, beside what the person said of it.
extension TaskPage {
    func keptPage(_ screen: Screen, _ page: LinkedPage, type: String?) -> Markup {
        if let why = Phrase.pageFailure(page.state) {
            return """
                <span class="under">\(screen, why)\(when: page.at, { " · \(screen, .pageTriedAt) <span class=\"date\">\(Spelling.instant($0))</span>" })</span>
                """
        }
        guard let at = page.at else { return "<span class=\"under\">\(screen, .pageWaits)</span>" }
        let what: Markup =
            if let title = page.title {
                "\(screen, .pageTitle): <span lang=\"vi\">“\(title)”</span>"
            } else if let type, !type.contains("html") {
                "\(screen, .linkedFile) \(type)"
            } else {
                "\(screen, .pageWithoutTitle)"
            }
        return """
            <span class="under">\(what) · \(screen, .pageKeptAt) <span class="date">\(Spelling.instant(at))</span></span>
            """
    }

    /// The sign of a time that lies after the photo was added.
    func doubtful(_ screen: Screen) -> Markup {
        " <span class=\"tag half warn\">\(screen, .photoOfTheFuture)</span>"
    }

    /// Clocks of cameras without a zone may go up to a day wrong; a later time can't be.
    private static let clockSeconds: TimeInterval = 86_400

    func photoRecord(_ screen: Screen, _ record: PhotoRecord, addedAt: Date) -> Markup {
        """
        <span class="under">\(screen, .photoTakenAt): \(when: record.takenAt, { "<span class=\"date\">\(Spelling.instant($0))</span>\(when: $0.timeIntervalSince(addedAt) > Self.clockSeconds, doubtful(screen))" })\
        \(when: record.takenAt == nil, "\(screen, .notInPhoto)")</span>\
        <span class="under">\(screen, .photoTakenIn): \(when: record.place, { place in
            "<span class=\"number\">\(Spelling.coordinates(place, screen.language))</span>\(when: place.accuracyMetres, { " (\(screen, .accuracy(metres: $0)))" })"
        })\(when: record.place == nil, "\(screen, .notInPhoto)")</span>
        """
    }
}
