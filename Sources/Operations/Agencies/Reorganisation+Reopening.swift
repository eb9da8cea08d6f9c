import Domain
import Foundation
import SQL
import Store

extension Reorganisation {
    /// A finished task stays with whoever did it; reopened, it goes where the agency's open tasks went, with the
    /// agency's part in it.
    static func handOn(
        _ assignees: [Assignee], in office: Office, by actor: Actor, at now: Date, _ db: Database
    ) throws {
        let register = try office.registers.register(in: db)
        let today = CalendarDay(inVietnamAt: now)
        for one in assignees {
            guard let ended = register[one.agency]?.validTo, ended < today,
                let heir = try heir(of: one.agency, on: today, register, in: db)
            else { continue }
            try db.end(one, on: ended)
            let acts = assignees.contains {
                $0.agency == heir && $0.role == one.role && $0.partyPosition == one.partyPosition
            }
            if !acts {
                try db.insert([
                    Assignee(
                        task: one.task, role: one.role, partyPosition: one.partyPosition, agency: heir,
                        named: one.named ?? one.agency, from: today, assignedAt: now,
                        assignedBy: actor.accountID)
                ])
            }
            guard let part = try db.contribution(of: one.agency, to: one.task) else { continue }
            if let present = try db.contribution(of: heir, to: one.task) {
                try db.join(part, into: present.joined(with: part))
            } else {
                try db.hand(part, to: heir)
            }
        }
    }
}
