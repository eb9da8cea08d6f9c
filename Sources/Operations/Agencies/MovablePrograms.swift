import Domain
import Foundation
import SQL
import Store

/// Addresses that an agency's programs are told of events at.
///
/// They go over switched off: nobody at the successor has yet said that its own events may go there.
struct MovableWebhooks: Movable {
    let kind = "webhook"
    let vietnamese = "Địa chỉ nhận sự kiện"
    let english = "Addresses for events"
    let note: MovableNote? = MovableNote(
        "Được chuyển sang ở trạng thái tắt; quản trị của cơ quan tiếp nhận bật lại nếu còn dùng.",
        "They go over switched off; the successor's administrator switches them on again if they are still wanted."
    )

    func count(of agency: Agency.ID, in db: Database) throws -> Int { try db.webhooks(of: agency).count }

    /// By their hosts: the rest of an address may be private to its program.
    func things(of agency: Agency.ID, limit: Int, in db: Database) throws -> [MovableThing] {
        try db.webhooks(of: agency).prefix(limit).map {
            .init(id: $0.id.rawValue, label: URLComponents(string: $0.address)?.host ?? "–")
        }
    }

    func move(_ move: AgencyMove, in db: Database) throws -> Int {
        let webhooks = try db.webhooks(of: move.from)
        for webhook in webhooks {
            let taker = move.taker(of: kind, webhook.id.rawValue)
            try db.handWebhook(webhook.id, to: taker)
        }
        return webhooks.count
    }
}

/// Keys of an agency's programs: they act as the agency, and end with it.
struct MovableTokens: Movable {
    let now: Date
    let kind = "token"
    let vietnamese = "Khóa của chương trình (API)"
    let english = "Tokens of programs (API)"
    let note: MovableNote? = MovableNote(
        "Không chuyển: hết hiệu lực cùng cơ quan. Cơ quan tiếp nhận cấp khóa mới cho chương trình của mình.",
        "Not handed over: they end with the agency. The successor makes new ones for its programs.")

    func count(of agency: Agency.ID, in db: Database) throws -> Int {
        try db.livingTokens(of: agency, at: now)
    }

    func things(of agency: Agency.ID, limit: Int, in db: Database) throws -> [MovableThing] { [] }

    /// Ends them all; what ended has gone to nobody.
    func move(_ move: AgencyMove, in db: Database) throws -> Int {
        for token in try db.apiTokens(of: move.from, limit: ListAPITokens.limit) where token.isAlive(at: now)
        {
            _ = try db.revoke(token.id, at: move.now)
            try Office.record(
                "RevokeAPIToken", "agency", move.from.rawValue,
                ["token": token.id.rawValue, "tokenName": token.name], by: move.actor, at: move.now, in: db)
        }
        return 0
    }
}
