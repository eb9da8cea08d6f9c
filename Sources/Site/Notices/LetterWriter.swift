import Domain
import Markup
package import Operations
import Store

/// Puts a letter into Vietnamese words, as plain text and as simple HTML.
package struct LetterWriter: Sendable {
    package struct Words: Sendable, Hashable {
        package var subject: String
        package var text: String
        package var html: String
        /// Where mail is turned off; nil without a public address.
        package var settingsAddress: String?
    }

    /// Such as `https://loa.example.vn`; nothing else is ever linked to.
    private let origin: String?

    package init(origin: String?) {
        self.origin = origin
    }

    private func address(_ link: Link) -> String? { origin.map { $0 + link.address } }

    package func words(_ content: LetterContent) -> Words {
        let all = content.lines.count + content.moreCount
        let late = content.lines.count { [.lateOne, .lateThree, .lateSeven].contains($0.notice.rule) }
        let first = content.lines.first.map(Self.reason) ?? ""
        return Words(
            subject: Phrase.letterSubject(late: late, all: all, first: first).vi, text: text(content),
            html: String(decoding: html(content).bytes, as: UTF8.self),
            settingsAddress: address(Routes.inboxSettings()))
    }

    private static func reason(_ row: NoticeRow) -> String {
        Phrase.notice(row.notice).vi
    }

    /// Late first, then as they came.
    private static func ordered(_ lines: [NoticeRow]) -> [NoticeRow] {
        lines.filter { $0.notice.rule.urgency != nil } + lines.filter { $0.notice.rule.urgency == nil }
    }

    private func text(_ content: LetterContent) -> String {
        var lines = ["\(Phrase.letterGreeting.vi) \(content.recipientName),", ""]
        for (place, row) in Self.ordered(content.lines).enumerated() {
            lines.append("\(place + 1). \(Self.reason(row))")
            lines.append("   \(oneLine(row.taskText ?? row.planTitle))")
            lines.append("   \(oneLine(row.planTitle))\(row.agencyName.map { " – " + $0 } ?? "")")
            if let address = address(NoticeRow.link(row.notice)) { lines.append("   \(address)") }
            lines.append("")
        }
        if content.moreCount > 0 { lines += [Phrase.letterMore(content.moreCount).vi, ""] }
        if let address = address(Routes.inbox()) { lines += ["\(Phrase.letterOpen.vi): \(address)", ""] }
        lines.append("-- ")
        lines.append(
            address(Routes.inboxSettings()).map { "\(Phrase.letterFoot.vi) \($0)" }
                ?? Phrase.letterFootWithoutAddress.vi)
        return lines.joined(separator: "\n") + "\n"
    }

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func html(_ content: LetterContent) -> Markup {
        """
        <!DOCTYPE html>
        <html lang="vi"><head><meta charset="utf-8"><title>\(Phrase.inbox.vi)</title></head><body>
        <p>\(Phrase.letterGreeting.vi) \(content.recipientName),</p>
        <ol>\(each: Self.ordered(content.lines), { row in
            """
            <li><p><strong>\(Self.reason(row))</strong><br>\(linked(row.taskText ?? row.planTitle, NoticeRow.link(row.notice)))\
            <br><small>\(row.planTitle)\(when: row.agencyName, { " – \($0)" })</small></p></li>
            """
        })</ol>
        \(when: content.moreCount > 0, "<p>\(Phrase.letterMore(content.moreCount).vi)</p>")
        \(when: origin != nil, "<p>\(linked(Phrase.letterOpen.vi, Routes.inbox()))</p>")
        <hr><p><small>\(origin == nil ? Phrase.letterFootWithoutAddress.vi : Phrase.letterFoot.vi)\
        \(when: origin != nil, " \(linked(Phrase.noticeSettings.vi, Routes.inboxSettings()))")</small></p>
        </body></html>
        """
    }

    /// A link where there is a public address, else the words alone.
    private func linked(_ words: String, _ link: Link) -> Markup {
        guard let outside = address(link).flatMap({ Link(outside: $0) }) else { return "\(words)" }
        return "<a href=\"\(outside)\">\(words)</a>"
    }
}
