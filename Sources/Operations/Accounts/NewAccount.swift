import Domain
import Foundation
import SQL
import Store
import Trust

/// The checks and steps that making any account takes.
struct NewAccount: Sendable {
    var name: String
    var displayName: String
    var password: String

    /// - Parameter agencyNames: names that the password must not be made of.
    func record(in office: Office, agencyNames: [String], mustChangePassword: Bool) async throws
        -> AccountRecord
    {
        guard Account.isName(name) else { throw AccountRefused.badName }
        guard let shown = TypedText.line(displayName, limitBytes: Account.displayNameLimitBytes) else {
            throw AccountRefused.badDisplayName
        }
        if let fault = PasswordRules.fault(of: password, names: [name, shown] + agencyNames) {
            throw AccountRefused.password(fault)
        }
        let hash = try await office.passwords.hash(password, random: office.random(16))
        let account = Account(
            id: office.newID(), name: name, displayName: shown, mustChangePassword: mustChangePassword,
            createdAt: office.now())
        return AccountRecord(account: account, passwordHash: hash)
    }

    static func insert(_ record: AccountRecord, in db: Database) throws {
        guard try db.accountRecord(named: record.account.name) == nil else { throw AccountRefused.nameTaken }
        try db.insert(record)
    }
}

extension Agency {
    /// What a password of its people must not be made of.
    var passwordNames: [String] { [name] + abbreviations }
}

extension Permission.Subject {
    /// An agency of the store.
    init(agency: Agency.ID, owner: Account.ID? = nil, in db: Database) throws {
        self.init(agencyPath: try db.agencyPath(agency), owner: owner)
    }

    init(_ plan: Plan, in db: Database) throws {
        try self.init(agency: plan.agency, owner: plan.receivedBy, in: db)
    }
}
