import Domain
import Foundation
import PlanReader
import SQL
import Store
import Trust

/// The warnings of a draft that people corrected: those of its reading, without what was put right, with what came in.
///
/// The reader's own code is asked twice, of the reading and of the corrected draft; what differs between the answers
/// came by correction. So a warning that hangs on the text alone stays until somebody dismisses it.
struct CorrectedWarnings {
    private let reading: PlanDraft
    /// Identifiers that people let go.
    private let dismissed: Set<String>

    init(reading: PlanDraft, corrections: [Correction]) {
        self.reading = reading
        dismissed = Set(
            corrections.compactMap { correction in
                if case .dismissWarning(let id) = correction.change { id } else { nil }
            })
    }

    /// Brings the warnings of a draft, which corrections made of the reading, up to date.
    ///
    /// - Parameters:
    ///   - plan: whose draft it is; nil while it is being made.
    ///   - db: asked only where number, issuer, date or title were corrected.
    func update(_ draft: inout PlanDraft, plan: Plan.ID?, agency: Agency.ID, in db: Database) throws {
        guard draft != reading else { return }
        let before = found(in: reading)
        let after = found(in: draft)
        let known = Set(before.map(Key.init))
        let gone = known.subtracting(after.map(Key.init))
        var warnings = draft.warnings.filter { !gone.contains(Key($0)) }
        warnings += after.filter { !known.contains(Key($0)) }.map(Self.named)
        draft.warnings = warnings.filter { !dismissed.contains($0.id) }
        try checkOthers(&draft, plan: plan, agency: agency, in: db)
        draft.warnings = draft.warnings.enumerated().sorted {
            ($0.element.range?.lower ?? .max, $0.offset) < ($1.element.range?.lower ?? .max, $1.offset)
        }.map(\.element)
    }

    /// What the corrected number or title has in common with other plans.
    private func checkOthers(_ draft: inout PlanDraft, plan: Plan.ID?, agency: Agency.ID, in db: Database)
        throws
    {
        if draft.number?.value != reading.number?.value || draft.issuerInFull != reading.issuerInFull
            || draft.date?.value.year != reading.date?.value.year
        {
            draft.warnings.removeAll { $0.code == PlanWarning.Kind.numberTaken.rawValue }
            if let number = draft.number?.value {
                Reading.addNumberWarning(to: &draft, others: try db.plans(numbered: number, except: plan))
            }
        }
        if draft.title.value != reading.title.value {
            draft.warnings.removeAll { $0.code == ReadingDoubts.sameTitle }
            ReadingDoubts.addSameTitle(
                to: &draft,
                others: try db.plans(of: agency, titled: draft.title.value).filter { $0.id != plan })
        }
        draft.warnings.removeAll { dismissed.contains($0.id) }
    }

    private func found(in draft: PlanDraft) -> [DraftWarning] {
        ReadPlan(draft, read: reading.warnings).foundWarnings().map { DraftWarning($0) }
            + ReadingDoubts.absences(in: draft)
    }

    /// Names what it says beside its place, where another warning may have stood and been dismissed.
    private static func named(_ warning: DraftWarning) -> DraftWarning {
        var warning = warning
        warning.id += "-" + Hexadecimal.encode(SHA256.digest(warning.vietnamese)).prefix(8)
        return warning
    }

    /// Two answers mean the same thing: of an agency wherever it is named first, of anything else at its place.
    private struct Key: Hashable {
        var code: String
        var sentence: String
        var place: TextRange?

        init(_ warning: DraftWarning) {
            code = warning.code
            sentence = warning.vietnamese
            let kind = PlanWarning.Kind(rawValue: warning.code)
            place = kind == .endedAgency || kind == .agencySucceeded ? nil : warning.range
        }
    }
}

extension ReadPlan {
    /// The parts of a draft that warnings look at; what a person typed stands at the place of what it is about.
    ///
    /// - Parameter warnings: those of the reading, which know where the day of a report stands.
    fileprivate init(_ draft: PlanDraft, read warnings: [DraftWarning]) {
        self.init()
        let head = SourceRange(draft.title.range)
        kind = draft.kind.map { Found($0, at: head) }
        number = draft.number.map { Found($0, at: head) }
        title = draft.title.value.isEmpty ? nil : Found(draft.title, at: head)
        issuer = draft.issuer.map { Found($0, at: head) }
        date = draft.date.map {
            Found(PartialDate($0.value), range: SourceRange($0.range ?? draft.title.range), rule: $0.rule)
        }
        signer = ReadSigner(
            authority: draft.signerAuthority.map { Found($0, at: head) },
            title: draft.signerTitle.map { Found($0, at: head) },
            name: draft.signerName.map { Found($0, at: head) })
        citations = draft.citations.compactMap { cited in Citation(cited).map { Found($0, at: cited.range) } }
        bases = draft.bases.compactMap { cited in Citation(cited).map { Found($0, at: cited.range) } }
        tasks = draft.tasks.map { ReadTask($0) }
        reports = draft.reports.map { ReadReport($0, read: warnings) }
        recipients = draft.recipients.map { Found($0.name, at: $0.range) }
    }
}

extension ReadTask {
    fileprivate init(_ task: DraftTask) {
        let place = SourceRange(task.text.range ?? task.range)
        self.init(
            at: task.at, text: Found(task.text, at: place), lead: task.lead.map { Found($0, at: place) },
            with: task.with.map { Found($0, at: place) },
            when: task.time.map {
                Found(When($0.value), range: $0.range.map { SourceRange($0) } ?? place, rule: $0.rule)
            }, range: SourceRange(task.range))
    }
}

extension ReadReport {
    fileprivate init(_ report: ReportDuty, read warnings: [DraftWarning]) {
        let place = SourceRange(report.range)
        self.init(
            from: report.from.map { Found($0, at: place) }, to: report.to.map { Found($0, at: place) },
            by: report.by.map { day in
                let day = PartialDate(day)
                let known = warnings.first { $0.isAbout(day, in: report.range) }?.range
                return Found(day, range: known.map { SourceRange($0) } ?? place, rule: personRule)
            }, covers: report.covers.map { Found($0, range: place, rule: personRule) }, range: place)
    }
}

extension DraftWarning {
    /// Whether it says something of a day that stands in a stretch of the text.
    fileprivate func isAbout(_ day: PartialDate, in place: TextRange?) -> Bool {
        let kinds: [PlanWarning.Kind] = [.impossibleDay, .timeBeforePlan]
        guard kinds.contains(where: { $0.rawValue == code }), let range, let place else { return false }
        return place.lower <= range.lower && range.upper <= place.upper && vietnamese.contains(day.printed)
    }
}

extension Citation {
    /// Nil for a document that has no number.
    fileprivate init?(_ cited: CitedDocument) {
        guard let number = cited.number else { return nil }
        self.init(number: number, date: cited.date.map { PartialDate($0) })
    }
}

extension When {
    fileprivate init(_ time: PlanTime) {
        switch time {
        case .by(let day, before: _): self = .by(PartialDate(day))
        case .between(let from, let to): self = .between(from: PartialDate(from), to: PartialDate(to))
        case .continuous: self = .continuous
        case .yearly: self = .yearly
        }
    }
}

extension PartialDate {
    fileprivate init(_ day: PartialDay) {
        self.init(year: day.year, month: day.month, day: day.day)
    }
}

extension SourceRange {
    /// The beginning of the text for what has no place.
    fileprivate init(_ range: TextRange?) {
        self.init(range?.lower ?? 0, range?.upper ?? 0)
    }
}

extension Found {
    fileprivate init(_ value: Value, at range: TextRange?) {
        self.init(value, range: SourceRange(range), rule: personRule)
    }
}

extension Found where Value == String {
    fileprivate init(_ marked: Marked<String>, at place: SourceRange) {
        self.init(
            marked.value, range: marked.range.map { SourceRange($0) } ?? place, rule: marked.rule)
    }

    fileprivate init(_ party: Party, at place: SourceRange) {
        self.init(party.name, range: party.range.map { SourceRange($0) } ?? place, rule: party.rule)
    }
}
