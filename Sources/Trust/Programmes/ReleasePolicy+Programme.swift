extension ReleasePolicy {
    /// Whether an ordered item may play.
    ///
    /// The programme only takes away: what `decide` refuses to the release alone, no order brings back.
    ///
    /// - Parameter release: the one that the item names; nil where it isn't at hand.
    package func decide(
        _ item: Programme.Item, of programme: Programme, _ release: SignedRelease?,
        withdrawals: [SignedWithdrawal], _ question: PlayQuestion
    ) -> PlayDecision {
        guard programme.place.contains(question.place) else { return .mayNot(.elsewhere(question.place)) }
        guard programme.channel == question.channel else { return .mayNot(.otherChannel(question.channel)) }
        guard programme.items.contains(item), item.isOn(at: question.instant)
        else { return .mayNot(.notOrdered(from: item.from, until: item.until)) }
        guard let release, release.digest == item.release else { return .mayNot(.noRelease(item.release)) }
        let rest = item.until.secondsSince1970 - question.instant.secondsSince1970
        return decide(
            release, withdrawals: withdrawals,
            PlayQuestion(
                at: question.instant, lasting: rest, in: question.place, on: question.channel,
                played: question.played))
    }

    /// What becomes of each item of a day on a device that plays nothing else.
    ///
    /// - Parameters:
    ///   - releases: by digest.
    ///   - device: where it stands and on which channel; the programme's own unless told.
    ///   - instant: when an item that is on then is judged; all others from their beginning.
    package func decisions(
        _ programme: Programme, releases: [ExactText: SignedRelease], withdrawals: [SignedWithdrawal],
        for device: (place: Area, channel: ChannelKind)? = nil, at instant: TUF.Instant? = nil
    ) -> [PlayDecision] {
        let (place, channel) = device ?? (programme.place, programme.channel)
        var plays: [ExactText: Int64] = [:]
        var played: [ReleaseClass: PlayQuestion.PlayedToday.Amount] = [:]
        return programme.items.map { item in
            let release = releases[item.release]
            let start = instant.flatMap { item.isOn(at: $0) ? $0 : nil } ?? item.from
            let decision = decide(
                item, of: programme, release, withdrawals: withdrawals,
                PlayQuestion(
                    at: start, in: place, on: channel,
                    played: .init(ofRelease: plays[item.release] ?? 0, byClass: played)))
            if case .mayPlay = decision, let release {
                plays[item.release, default: 0] += 1
                let seconds = item.until.secondsSince1970 - item.from.secondsSince1970
                played[release.release.releaseClass, default: .init(plays: 0, seconds: 0)].plays += 1
                played[release.release.releaseClass, default: .init(plays: 0, seconds: 0)].seconds += seconds
            }
            return decision
        }
    }
}
