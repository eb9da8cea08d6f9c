import Domain
import HTTP
import Operations
import Store

extension SitePages {
    mutating func addLedger() {
        get(Routes.ledger) { visit in
            let office = visit.site.office
            let after = visit.request.query["after"]
            let limit = PageLimit.standard
            let rows = try await ListLedger(before: after.flatMap { Int64($0) }, limit: limit).run(
                in: office, as: visit.actor)
            var verified: (count: Int, fault: String?)?
            if visit.request.query["verify"] == "yes" {
                let report = try await VerifyLedger().run(in: office, as: visit.actor)
                verified = (
                    Int(report.entries), report.fault.map { "\($0.sequence) (\($0.reason.rawValue))" }
                )
            }
            let screen = visit.screen
            return visit.html(
                LedgerPage(
                    rows: rows, words: LedgerWords(agencyNames: try await visit.agencyNames()),
                    next: rows.count == limit ? rows.last.map { String($0.entry.sequence) } : nil,
                    isFirst: after == nil, verified: verified
                ).view(screen))
        }
    }
}
