/// What one approver signs to stop a release at once.
package struct Withdrawal: Sendable, Hashable {
    package static let payloadType: ExactText = "application/vnd.loa.withdrawal.v1+json"
    package static let limitBytes = 16_384
    /// Of one release, each with its own signers: one may end or be narrow where another stands.
    package static let limitPerRelease = 32

    /// The digest of the release that is meant.
    package let release: ExactText
    package let reason: ExactText
    package let drawnUp: TUF.Instant

    package init(release: ExactText, reason: ExactText, drawnUp: TUF.Instant) {
        self.release = release
        self.reason = reason
        self.drawnUp = drawnUp
    }

    package init(reading payload: [UInt8]) throws(ReleaseRefused) {
        let json = try Release.json(payload, limitBytes: Self.limitBytes)
        do throws(TUF.Refused) {
            self = try TUF.FieldReader.statement(
                json, "withdrawal", fields: ["loa-withdrawal", "release", "reason", "drawn_up"]
            ) { fields throws(TUF.Refused) in
                try fields.version("loa-withdrawal")
                return Withdrawal(
                    release: try fields.digest("release"),
                    reason: try fields.words("reason", limitBytes: 4000),
                    drawnUp: try fields.instant("drawn_up"))
            }
        } catch {
            throw ReleaseRefused(error)
        }
        guard self.payload == payload else { throw ReleaseRefused.malformed("it isn't in canonical form") }
    }

    /// The target that holds one of the withdrawals of a release: the first is named by its digest alone, the others
    /// are numbered on.
    ///
    /// - Parameter number: 1 and up.
    package static func targetName(of release: ExactText, number: Int) -> ExactText {
        ExactText("objects/withdrawal-\(release)\(number == 1 ? "" : "-\(number)").json")
    }

    /// The bytes that are signed.
    package var payload: [UInt8] {
        JSON.object([
            "loa-withdrawal": .integer(1), "release": .text(release), "reason": .text(reason),
            "drawn_up": .text(drawnUp.description),
        ]).canonicalBytes
    }
}
