package import Foundation

/// How long a sign-in lasts.
package struct SessionRules: Hashable, Sendable {
    /// Without a request, seconds.
    package var idleSeconds: TimeInterval
    /// From the sign-in, whatever happens, seconds.
    package var absoluteSeconds: TimeInterval

    /// A morning's meeting doesn't sign one out; a night does.
    package static let standard = SessionRules(idleSeconds: 4 * 3600, absoluteSeconds: 12 * 3600)

    package init(idleSeconds: TimeInterval, absoluteSeconds: TimeInterval) {
        self.idleSeconds = idleSeconds
        self.absoluteSeconds = absoluteSeconds
    }

    /// A clock that goes back must not make a session live longer, so an instant before its
    /// beginning ends it as well.
    package func isAlive(createdAt: Date, lastSeenAt: Date, at now: Date) -> Bool {
        // Several servers share the sessions, and their clocks differ a little.
        let toleratedSkewSeconds: TimeInterval = 60
        return now.timeIntervalSince(createdAt) < absoluteSeconds
            && now.timeIntervalSince(lastSeenAt) < idleSeconds
            && now.timeIntervalSince(createdAt) > -toleratedSkewSeconds
    }
}
