/// Why a programme isn't followed.
package enum ProgrammeRefused: Error, Sendable, Hashable, CustomStringConvertible {
    /// Not what the format asks for, to the byte.
    case malformed(String)
    /// Older than the one that is known, or another one of the same version.
    case older(known: Int64, found: Int64)
    /// It is for another place, channel or day than its name says.
    case otherName(found: ExactText)

    package var description: String {
        switch self {
        case .malformed(let reason): "the programme is malformed: \(reason)"
        case .older(let known, let found):
            "the programme was rolled back: version \(known) is known already, this is another \(found)"
        case .otherName(let found): "this is the programme \(found)"
        }
    }
}

extension Programme {
    /// Whether the target of that name is one of the role's.
    package static func isName(_ name: ExactText) -> Bool { name.string.hasPrefix("\(role)/") }

    /// What a target may become, by the rules that hold for programmes beside those of all targets.
    ///
    /// Whoever has the online keys can sign an old order anew: its number stays an old one.
    ///
    /// - Parameters:
    ///   - name: the target's name.
    ///   - known: what is kept under that name; nil where nothing is.
    package static func check(_ bytes: [UInt8], as name: ExactText, after known: [UInt8]?)
        throws(ProgrammeRefused)
    {
        let before = known.flatMap { try? Programme(reading: $0) }
        let new: Programme
        do throws(ProgrammeRefused) { new = try Programme(reading: bytes) } catch {
            // Other repositories may have such a folder too; what was a programme stays one.
            if before == nil { return }
            throw error
        }
        guard new.name == name else { throw ProgrammeRefused.otherName(found: new.name) }
        if let before, new != before, new.version <= before.version {
            throw ProgrammeRefused.older(known: before.version, found: new.version)
        }
    }
}
