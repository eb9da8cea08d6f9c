/// Who may approve, how many must, and what no approval can lift: quiet hours, plays and minutes per day, volume.
///
/// It stands in top-level targets metadata under `x-loa`, signed offline; see docs/trust/releases.md.
package struct ReleasePolicy: Sendable, Hashable {
    package static let field: ExactText = "x-loa"
    /// Where no rule says otherwise.
    package static let standardThreshold: Int64 = 2

    package struct Threshold: Sendable, Hashable {
        package let classes: Set<ReleaseClass>
        package let areas: AreaSet
        package let persons: Int64

        package init(classes: Set<ReleaseClass>, areas: [Area], persons: Int64) {
            self.classes = classes
            self.areas = AreaSet(areas)
            self.persons = persons
        }
    }

    /// Times of each day at which nothing in the scope plays.
    package struct QuietHours: Sendable, Hashable {
        package let scope: PlayScope
        /// Minutes since midnight; `until` before `from` is the next morning.
        package let from: Int64
        package let until: Int64

        package init(scope: PlayScope, from: Int64, until: Int64) {
            self.scope = scope
            self.from = from
            self.until = until
        }
    }

    /// How much of the scope a device plays in one day, all releases together.
    package struct Ceiling: Sendable, Hashable {
        package let scope: PlayScope
        package let playsPerDay: Int64
        package let minutesPerDay: Int64

        package init(scope: PlayScope, playsPerDay: Int64, minutesPerDay: Int64) {
            self.scope = scope
            self.playsPerDay = playsPerDay
            self.minutesPerDay = minutesPerDay
        }
    }

    package struct Volume: Sendable, Hashable {
        package let scope: PlayScope
        /// 0 to 100.
        package let percent: Int64

        package init(scope: PlayScope, percent: Int64) {
            self.scope = scope
            self.percent = percent
        }
    }

    package var approvers: [Approver]
    package var thresholds: [Threshold]
    package var quietHours: [QuietHours]
    package var ceilings: [Ceiling]
    package var volumes: [Volume]
    /// Digests of releases that never play again, whatever a thief of the server keeps back.
    package var withdrawn: [ExactText]
    /// What local time is ahead of UTC; Vietnam has one time all year.
    package var minutesAheadOfUTC: Int64

    package init(
        approvers: [Approver], thresholds: [Threshold] = [], quietHours: [QuietHours] = [],
        ceilings: [Ceiling] = [],
        volumes: [Volume] = [], withdrawn: [ExactText] = [], minutesAheadOfUTC: Int64 = 420
    ) {
        self.approvers = approvers
        self.thresholds = thresholds
        self.quietHours = quietHours
        self.ceilings = ceilings
        self.volumes = volumes
        self.withdrawn = withdrawn
        self.minutesAheadOfUTC = minutesAheadOfUTC
    }

    /// How many different persons must have approved the release.
    ///
    /// In each of its areas the strictest rule that touches it counts, and the standard where no rule has all of it.
    package func threshold(for release: Release) -> Int64 {
        let rules = thresholds.filter { $0.classes.contains(release.releaseClass) }
        return release.areas.areas.map { area in
            let strictest = rules.filter { $0.areas.overlaps(area) }.map(\.persons).max() ?? 0
            return rules.contains { $0.areas.contains(area) }
                ? strictest : max(strictest, Self.standardThreshold)
        }.max() ?? Self.standardThreshold
    }
}
