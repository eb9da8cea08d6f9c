extension TUF {
    /// How long a client waits for one target: whoever sends a byte now and then doesn't hold a device for ever.
    ///
    /// A server that sends nothing at all is ended by its speed (`DownloadLimits`).
    package struct TargetPatience: Sendable {
        /// For whatever is short.
        static let shortest = Duration.seconds(600)
        /// However long the target is; what is not there then is asked for again at the next download.
        static let longest = Duration.seconds(6 * 3600)
        /// The weak mobile links of communes manage more.
        static let slowestBytesPerSecond: Int64 = 4000

        private let name: ExactText
        private let end: ContinuousClock.Instant

        package init(_ name: TargetName, length: Int64, from start: ContinuousClock.Instant = .now) {
            self.name = name.text
            end = start + min(Self.shortest + .seconds(length / Self.slowestBytesPerSecond), Self.longest)
        }

        /// Throws once it is over.
        package func check(at now: ContinuousClock.Instant = .now) throws(Refused) {
            guard now < end else { throw Refused.tooSlow(name: name.string) }
        }
    }
}
