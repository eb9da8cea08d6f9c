/// Why a programme isn't followed.
package enum ProgrammeRefused: Error, Sendable, Hashable, CustomStringConvertible {
    /// Not what the format asks for, to the byte.
    case malformed(String)
    /// Older than the one that is known, or another one of the same version.
    case older(known: Int64, found: Int64)
    /// A number that nobody reaches by counting, beyond the seconds since 1970: nothing could follow it.
    case ahead(found: Int64)
    /// It is for another place, channel or day than its name says.
    case otherName(found: ExactText)

    package var description: String {
        switch self {
        case .malformed(let reason): "the programme is malformed: \(reason)"
        case .older(let known, let found):
            "the programme was rolled back: version \(known) is known already, this is another \(found); what is to "
                + "take its place has a greater one, such as the seconds since 1970"
        case .ahead(let found):
            "the programme has version \(found), which is more than the seconds since 1970: nothing could follow it"
        case .otherName(let found): "this is the programme \(found)"
        }
    }
}

extension Programme {
    /// As far as a server may count whatever a device's clock shows: one that has lost its time says 1970.
    private static let countedVersions: Int64 = 1 << 30

    /// Whether the target of that name is one of the role's.
    package static func isName(_ name: ExactText) -> Bool { name.string.hasPrefix("\(role)/") }

    /// What a target may become, by the rules that hold for programmes beside those of all targets.
    ///
    /// Whoever has the online keys can sign an old order anew: its number stays an old one. He can also sign a number
    /// far ahead; a bound that moves on with the clock leaves room for those who come after him.
    ///
    /// - Parameters:
    ///   - name: the target's name.
    ///   - known: what is kept under that name; nil where nothing is.
    package static func check(
        _ bytes: [UInt8], as name: ExactText, after known: [UInt8]?, at now: TUF.Instant
    ) throws(ProgrammeRefused) {
        let highest = max(countedVersions, now.secondsSince1970)
        let before = known.flatMap { try? Programme(reading: $0) }
        let new: Programme
        do throws(ProgrammeRefused) { new = try Programme(reading: bytes) } catch {
            // Other repositories may have such a folder too; what was a programme stays one.
            if before == nil { return }
            throw error
        }
        guard new.name == name else { throw ProgrammeRefused.otherName(found: new.name) }
        guard new.version <= highest else { throw ProgrammeRefused.ahead(found: new.version) }
        // One that is ahead itself, kept by an earlier program, binds nobody.
        if let before, before.version <= highest, new != before, new.version <= before.version {
            throw ProgrammeRefused.older(known: before.version, found: new.version)
        }
    }
}
