/// A moment at which a device would play a release.
package struct PlayQuestion: Sendable, Hashable {
    /// What the device has played since midnight, local time.
    package struct PlayedToday: Sendable, Hashable {
        package struct Amount: Sendable, Hashable {
            package var plays: Int64
            package var seconds: Int64

            package init(plays: Int64, seconds: Int64) {
                self.plays = plays
                self.seconds = seconds
            }
        }

        /// Plays of this release.
        package var ofRelease: Int64
        /// Plays of all releases, by their class.
        package var byClass: [ReleaseClass: Amount]

        package init(ofRelease: Int64 = 0, byClass: [ReleaseClass: Amount] = [:]) {
            self.ofRelease = ofRelease
            self.byClass = byClass
        }
    }

    /// Longer than any release may be valid.
    private static let longestSeconds: Int64 = 1 << 32

    package var instant: TUF.Instant
    /// How long it would play; 0 asks for the instant alone.
    package let seconds: Int64
    package var place: Area
    package var channel: ChannelKind
    package var played: PlayedToday

    package init(
        at instant: TUF.Instant, lasting seconds: Int64 = 0, in place: Area, on channel: ChannelKind,
        played: PlayedToday = PlayedToday()
    ) {
        self.instant = instant
        self.seconds = min(max(0, seconds), Self.longestSeconds)
        self.place = place
        self.channel = channel
        self.played = played
    }
}

/// Whether a release may play, and why not.
package enum PlayDecision: Sendable, Hashable {
    /// At this volume or less, of 100.
    case mayPlay(volumePercent: Int64)
    case mayNot(PlayRefused)
}

/// Why a release may not play; the first reason that holds.
package enum PlayRefused: Error, Sendable, Hashable, CustomStringConvertible {
    case notApproved(persons: Int, threshold: Int64)
    case withdrawn(by: ExactText, reason: ExactText)
    /// The policy itself, signed offline, names it as withdrawn.
    case withdrawnByPolicy
    case notYet(from: TUF.Instant)
    case over(until: TUF.Instant)
    case elsewhere(Area)
    case otherChannel(ChannelKind)
    case quietHours(from: String, until: String)
    case playedEnough(perDay: Int64)
    case tooManyPlays(perDay: Int64)
    case tooManyMinutes(perDay: Int64)
    /// The programme orders it for another time, or not at all.
    case notOrdered(from: TUF.Instant, until: TUF.Instant)
    /// The release that the programme names isn't at hand.
    case noRelease(ExactText)

    package var description: String {
        switch self {
        case .notApproved(let persons, let threshold):
            "it is approved by \(persons) of the \(threshold) persons that it needs"
        case .withdrawn(let name, let reason): "\(name) has withdrawn it: \(reason)"
        case .withdrawnByPolicy: "those who keep the policy have withdrawn it"
        case .notYet(let from): "it may not play before \(from)"
        case .over(let until): "it may not play after \(until)"
        case .elsewhere(let place): "it is not for \(place)"
        case .otherChannel(let channel): "it is not for the channel \(channel.rawValue)"
        case .quietHours(let from, let until): "these are quiet hours, from \(from) until \(until)"
        case .playedEnough(let limit): "it has played \(limit) times today, as often as approved"
        case .tooManyPlays(let limit): "this device has played \(limit) times today, the most that is allowed"
        case .tooManyMinutes(let limit): "this device would play more than \(limit) minutes today"
        case .notOrdered(let from, let until): "the programme has it from \(from) until \(until)"
        case .noRelease(let digest): "the release \(digest) isn't there"
        }
    }
}

extension ReleasePolicy {
    /// Whether the release may play: the one rule of server, player and verifier.
    ///
    /// Nothing but the arguments is asked; whoever calls knows the time and what was played.
    package func decide(
        _ signed: SignedRelease, withdrawals: [SignedWithdrawal], _ question: PlayQuestion
    ) -> PlayDecision {
        do throws(PlayRefused) {
            try requireApproval(signed, withdrawals, question)
            try requirePlace(signed.release, question)
            try requireQuiet(signed.release, question)
            try requireMeasure(signed.release, question)
            return .mayPlay(volumePercent: volume(signed.release, question))
        } catch {
            return .mayNot(error)
        }
    }

    private func requireApproval(
        _ signed: SignedRelease, _ withdrawals: [SignedWithdrawal], _ question: PlayQuestion
    ) throws(PlayRefused) {
        let persons = signed.persons(at: question.instant).count
        let threshold = threshold(for: signed.release)
        guard Int64(persons) >= threshold else {
            throw PlayRefused.notApproved(persons: persons, threshold: threshold)
        }
        guard !withdrawn.contains(signed.digest) else { throw PlayRefused.withdrawnByPolicy }
        for withdrawal in withdrawals {
            if let approver = withdrawal.stops(signed, in: question.place, on: question.channel) {
                throw PlayRefused.withdrawn(by: approver.name, reason: withdrawal.withdrawal.reason)
            }
        }
    }

    private func requirePlace(_ release: Release, _ question: PlayQuestion) throws(PlayRefused) {
        guard question.instant >= release.from else { throw PlayRefused.notYet(from: release.from) }
        // What would run over the end doesn't begin.
        guard question.instant < release.until, question.end <= release.until else {
            throw PlayRefused.over(until: release.until)
        }
        guard release.areas.contains(question.place) else { throw PlayRefused.elsewhere(question.place) }
        guard release.channels.contains(question.channel) else {
            throw PlayRefused.otherChannel(question.channel)
        }
    }

    private func requireQuiet(_ release: Release, _ question: PlayQuestion) throws(PlayRefused) {
        let start = question.instant.secondsSince1970 + minutesAheadOfUTC * 60
        let end = max(start + 1, start + question.seconds)
        for rule in quietHours where rule.scope.covers(release.releaseClass, question.channel, question.place)
        {
            let length = (rule.until - rule.from + 1440) % 1440 * 60
            // The quiet time that began last before the play's end is the only one that can reach into it, or the
            // play is longer than a day and meets it anyway.
            let begins = rule.from * 60
            let last = Self.floor(end - 1 - begins, 86_400) + begins
            guard last + length <= start else {
                throw PlayRefused.quietHours(
                    from: QuietHours.clock(rule.from), until: QuietHours.clock(rule.until))
            }
        }
    }

    private func requireMeasure(_ release: Release, _ question: PlayQuestion) throws(PlayRefused) {
        guard question.played.ofRelease < release.playsPerDay else {
            throw PlayRefused.playedEnough(perDay: release.playsPerDay)
        }
        for rule in ceilings where rule.scope.covers(release.releaseClass, question.channel, question.place) {
            let amounts = rule.scope.classes.compactMap { question.played.byClass[$0] }
            guard amounts.reduce(0, { $0 + $1.plays }) < rule.playsPerDay else {
                throw PlayRefused.tooManyPlays(perDay: rule.playsPerDay)
            }
            guard amounts.reduce(question.seconds, { $0 + $1.seconds }) <= rule.minutesPerDay * 60 else {
                throw PlayRefused.tooManyMinutes(perDay: rule.minutesPerDay)
            }
        }
    }

    private func volume(_ release: Release, _ question: PlayQuestion) -> Int64 {
        volumes.filter { $0.scope.covers(release.releaseClass, question.channel, question.place) }
            .map(\.percent).min() ?? 100
    }

    /// The greatest multiple of `step` that isn't greater.
    private static func floor(_ value: Int64, _ step: Int64) -> Int64 {
        value - ((value % step) + step) % step
    }
}

extension PlayQuestion {
    fileprivate var end: TUF.Instant { instant.adding(seconds: seconds) }
}
