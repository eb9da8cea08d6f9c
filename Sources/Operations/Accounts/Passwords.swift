package import Domain
import Foundation
import SQL
import Store
import Trust

/// Changes one's own password and ends all other sessions.
package struct ChangePassword: Operation {
    private let current: String
    private let new: String
    private let keptToken: String?

    /// - Parameter keeping: the token of the session that stays.
    package init(current: String, new: String, keeping: String?) {
        self.current = current
        self.new = new
        keptToken = keeping
    }

    package func run(in office: Office, as actor: Actor) async throws {
        guard let id = actor.accountID else { throw AccessRefused.signInFirst }
        let found = try await office.pool.read { db -> (AccountRecord, [String])? in
            try Office.require(.changeOwnPassword, by: actor, on: .init(owner: id))
            guard let record = try db.accountRecord(id) else { return nil }
            let names = try db.roleGrants(of: id).flatMap { try db.agency($0.agency)?.passwordNames ?? [] }
            return (record, names + [record.account.name, record.account.displayName])
        }
        guard let (record, names) = found else { throw NotFound.account }
        guard current.utf8.count <= PasswordRules.longestBytes,
            try await office.passwords.verify(current, against: record.passwordHash)
        else { throw AccountRefused.wrongPassword }
        if let fault = PasswordRules.fault(of: new, names: names) { throw AccountRefused.password(fault) }
        // The same one again would leave a handed-over password in use.
        if record.account.mustChangePassword, new == current { throw AccountRefused.password(.personal) }
        let hash = try await office.passwords.hash(new, random: office.random(16))
        let kept = keptToken.flatMap { Token(text: $0) }?.digest
        let now = office.now()
        try await office.pool.write { db in
            guard var fresh = try db.accountRecord(id) else { throw NotFound.account }
            guard fresh.passwordHash == record.passwordHash else { throw AccountRefused.wrongPassword }
            fresh.passwordHash = hash
            fresh.account.mustChangePassword = false
            try db.update(fresh)
            try db.deleteSessions(of: id, except: kept)
            try Office.record("ChangePassword", "account", id.rawValue, [:], by: actor, at: now, in: db)
        }
    }
}

/// Gives an account a new password, which its person must change at the next sign-in.
package struct ResetPassword: Operation {
    private let account: Account.ID
    private let removesSecondFactor: Bool

    /// - Parameter removesSecondFactor: for a lost telephone.
    package init(account: Account.ID, removesSecondFactor: Bool = false) {
        self.account = account
        self.removesSecondFactor = removesSecondFactor
    }

    /// The new password, to be handed over in person; it is shown once and kept nowhere.
    package func run(in office: Office, as actor: Actor) async throws -> String {
        try await office.pool.read { [account] db in
            guard try db.accountRecord(account) != nil else { throw NotFound.account }
            try AccountReach.require(.resetPassword, of: account, by: actor, in: db)
        }
        // 80 random bits in four groups that can be read out.
        let letters = Base32.encode(office.random(10)).lowercased()
        let password = stride(from: 0, to: 16, by: 4).map { start in
            String(letters.dropFirst(start).prefix(4))
        }.joined(separator: "-")
        let hash = try await office.passwords.hash(password, random: office.random(16))
        let now = office.now()
        try await office.pool.write { [account, removesSecondFactor] db in
            guard var record = try db.accountRecord(account) else { throw NotFound.account }
            try AccountReach.require(.resetPassword, of: account, by: actor, in: db)
            record.passwordHash = hash
            record.account.mustChangePassword = true
            if removesSecondFactor {
                record.secondFactorSecret = nil
                record.secondFactorStep = nil
                record.pendingSecret = nil
            }
            try db.update(record)
            try db.deleteSessions(of: account)
            try db.deleteThrottle(.account, record.account.name)
            try Office.record(
                "ResetPassword", "account", account.rawValue,
                ["secondFactor": removesSecondFactor ? "removed" : nil], by: actor, at: now, in: db)
        }
        return password
    }
}
