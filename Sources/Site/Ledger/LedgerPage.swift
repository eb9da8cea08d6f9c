import Domain
import Markup
import Operations

/// The append-only record of every change, newest first, and whether its chain holds.
struct LedgerPage: Sendable {
    var rows: [LedgerRow]
    var words: LedgerWords
    var next: String?
    var isFirst: Bool
    /// Set after the chain was checked: how many entries, and where it breaks.
    var verified: (count: Int, fault: String?)?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.ledger), at: .ledger,
            """
            \(screen.head("\(screen, .ledger)", "\(screen, .ledgerSentence)", acts: "<a class=\"button\" href=\"\(Routes.ledger().with(query: [("verify", "yes")]))\">\(screen, .verifyLedger)</a>"))
            \(when: verified, { result in
                screen.notice(result.fault == nil ? .good : .bad, result.fault.map { "<p>\(screen, .ledgerBroken($0))</p>" } ?? "<p>\(screen, .ledgerHolds(result.count))</p>", isLive: true)
            })
            \(when: rows.isEmpty, screen.nothing(.ledgerEmpty), otherwise: table(screen))
            \(screen.pages(first: isFirst ? nil : Routes.ledger(), next: next.map { Routes.ledger().with(query: [("after", $0)]) }))
            """)
    }

    private func table(_ screen: Screen) -> Markup {
        """
        <div class="table" role="region" aria-label="\(screen, .ledger)" tabindex="0"><table class="folds brief">
        <thead><tr><th scope="col" class="number">\(screen, .ordinal)</th><th scope="col">\(screen, .instant)</th><th scope="col">\(screen, .actor)</th>\
        <th scope="col">\(screen, .what)</th><th scope="col">\(screen, .detail)</th><th scope="col">\(screen, .hash)</th></tr></thead>
        <tbody>\(each: rows, { row in
            """
            <tr><td class="number" data-label="\(screen, .ordinal)">\(row.entry.sequence)</td><td class="nowrap date">\(Spelling.instant(row.entry.at))</td>
            <td lang="vi">\(row.actorName ?? row.entry.actor?.rawValue ?? screen(.commandLine))</td>
            <td class="whole">\(screen, .action(row.entry.action))\(when: !isOfOneself(row), "<span class=\"under\">\(words.subject(screen, row))</span>")</td>
            <td>\(when: words.detail(screen, row), { $0.isEmpty ? .empty : "<span title=\"\(row.entry.detail)\">\($0)</span>" })</td>
            <td class="wide-only"><code class="small">\(LedgerPage.shortened(row.entry.hash))</code></td></tr>
            """
        })</tbody></table></div>
        """
    }

    /// Signing in and the like: the name stands in the row already.
    private func isOfOneself(_ row: LedgerRow) -> Bool {
        row.entry.subjectKind == "account" && row.entry.subjectID == row.entry.actor?.rawValue
    }

    /// The first eight digits of a hash, enough to compare by eye.
    static func shortened(_ hash: [UInt8]) -> String {
        hash.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
