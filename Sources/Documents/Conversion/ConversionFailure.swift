/// The machine, not the file, kept a conversion from working; an operator must act.
package struct ConversionFailure: Error, Sendable, CustomStringConvertible {
    /// What kind of trouble it is.
    package enum Code: Sendable {
        /// Bubblewrap is missing or may not make a cage here. Nothing is ever run outside of one.
        case cageUnavailable
        /// A tool that the conversion needs isn't installed.
        case toolMissing
        /// The private folder can't be made, read or written.
        case workspace
        /// A program couldn't be started (no memory, processes or descriptors left).
        case notStarted
    }

    package let code: Code
    /// What happened and what to do, in English, for the operator; names no file of a user.
    package let message: String

    package var description: String { message }

    static func noDescriptors(_ cause: ErrnoError) -> ConversionFailure {
        ConversionFailure(
            code: .notStarted, message: "No pipe for a conversion tool could be made (\(cause)).")
    }

    static func notStarted(_ path: String, _ cause: any Error) -> ConversionFailure {
        ConversionFailure(code: .notStarted, message: "\(path) could not be started (\(cause)).")
    }

    static func toolMissing(_ path: String, package name: String) -> ConversionFailure {
        ConversionFailure(
            code: .toolMissing, message: "\(path) is missing; install it with: apt-get install \(name)")
    }

    static func cageUnavailable(_ reason: String) -> ConversionFailure {
        ConversionFailure(
            code: .cageUnavailable,
            message: """
                Files can't be converted, because bubblewrap can't make a cage on this machine (\(reason)). \
                Allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1, \
                user.max_user_namespaces > 0; in a container: a seccomp profile that permits clone and mount), \
                then start Loa again. Files are never opened outside of the cage.
                """)
    }

    static func workspace(_ action: String, _ cause: any Error) -> ConversionFailure {
        ConversionFailure(
            code: .workspace, message: "The private folder for conversions: \(action) (\(cause)).")
    }
}
