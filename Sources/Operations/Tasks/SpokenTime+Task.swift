import Domain
import Store

extension Plan.Task {
    /// What its words say of how often it returns, where they name no day.
    var spoken: SpokenTime {
        let words = SpokenTime(key: timeWords.map { SearchTerms.nameKey($0) } ?? "", isBare: kind == .report)
        guard kind == .report else { return words }
        let sentence = SpokenTime(key: SearchTerms.nameKey(text))
        return sentence.covering(words.spans)
    }

    /// The rhythm that the plan itself names.
    var printedRhythm: Rhythm? {
        switch time {
        case nil: spoken.rhythm
        case .continuous: spoken.rhythm ?? .ofContinuousDuties
        case .yearly: spoken.rhythm ?? .year
        case .by(let part, _) where part.returns && part.month == nil:
            spoken.rhythm.flatMap { $0 == .week ? nil : $0 } ?? .month
        case .by(let part, _): part.returns ? .year : nil
        case .between: nil
        }
    }

    /// Whether nobody has set another rhythm since.
    var hasPrintedRhythm: Bool {
        if rhythm == printedRhythm { return true }
        guard let reporting else { return false }
        return rhythm == reporting.rhythm && spoken.spans.isSuperset(of: reporting.closings.map(\.span))
    }

    /// How a law closes its figures; nil for a duty that doesn't return by months.
    func schedule(by rule: ReportingRule?) -> ReportSchedule? {
        guard let rule, let rhythm, time != .continuous else { return nil }
        return ReportSchedule(by: rule, reportedSpans(rhythm), time: time)
    }

    /// What its report covers: as the words say, else as often as it is asked for.
    func reportedSpans(_ rhythm: Rhythm) -> Set<SpokenTime.Span> {
        let spans = spoken.spans
        if !spans.isEmpty, hasPrintedRhythm { return spans }
        // "Trước ngày 20/6 hằng năm" says how often, not how much: that report may cover half a year.
        if case .by(let part, _) = time, part.month != nil { return [] }
        switch rhythm {
        case .week: return []
        case .month: return [.month]
        case .quarter: return [.quarter]
        case .halfYear: return [.halfYear]
        case .year: return [.year]
        }
    }
}
