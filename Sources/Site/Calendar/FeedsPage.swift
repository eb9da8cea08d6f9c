import Domain
import Markup
import Operations
import Store

/// The private addresses of one's own calendar and of one's agencies'.
struct FeedsPage: Sendable {
    var feeds: [OwnedFeed]
    /// What was just made: shown now and never again.
    var made: (owner: CalendarFeed.Owner, address: String)?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.feeds), at: .calendar,
            """
            <p class="path"><a href="\(Routes.calendar())">\(screen, .calendar)</a></p>
            \(screen.head("\(screen, .feeds)", "\(screen, .feedsSentence)"))
            \(each: feeds, { section(screen, $0) })
            """)
    }

    /// As it stands in forms and in identifiers of the page.
    static func name(_ owner: CalendarFeed.Owner) -> String {
        switch owner {
        case .account: "own"
        case .agency(let id): "agency-\(id)"
        }
    }

    private func section(_ screen: Screen, _ owned: OwnedFeed) -> Markup {
        let name = Self.name(owned.owner)
        return """
            <section class="sheet" aria-labelledby="\(name)"><h2 id="\(name)">\(when: owned.agencyName, { "<span lang=\"vi\">\($0)</span>" }, otherwise: "\(screen, .ownFeed)")</h2>
            <p class="soft small">\(screen, owned.agencyName == nil ? .ownFeedSentence : .agencyFeedSentence)</p>
            \(when: made.flatMap { $0.owner == owned.owner ? $0.address : nil }, { address in
                screen.notice(.good, """
                    <p><label for="\(name)-address"><b>\(screen, .newFeed)</b></label></p>
                    <p><input id="\(name)-address" class="code" value="\(address)" readonly></p><p>\(screen, .keepFeedSecret)</p>
                    """, isLive: true)
            })
            \(when: owned.feed, { feed in
                """
                <p>\(screen, .feedMade) <span class="date">\(Spelling.instant(feed.madeAt))</span> · \(screen, .feedRead): \
                \(when: feed.lastReadAt, { "<span class=\"date\">\(Spelling.instant($0))</span>" }, otherwise: "\(screen, .feedNeverRead)")</p>
                """
            }, otherwise: "<p>\(screen, .noFeed)</p>")
            \(screen.form(
                Routes.feeds(), class: "row after",
                """
                <input type="hidden" name="of" value="\(name)"><button name="do" value="make">\(screen, owned.feed == nil ? .makeFeed : .renewFeed)</button>\
                \(when: owned.feed != nil, "<button class=\"danger\" name=\"do\" value=\"revoke\">\(screen, .revokeFeed)</button>")
                """))
            </section>
            """
    }
}
