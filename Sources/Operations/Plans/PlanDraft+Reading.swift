import Domain
import PlanReader
import Store

extension PlanDraft {
    /// The office's form of what the reader found.
    ///
    /// Identifiers come from the places, so the same reading gives the same.
    init(_ read: ReadPlan, agencies: AgencyNames) {
        self.init(
            kind: read.kind.map { Marked($0) }, number: read.number.map { Marked($0) },
            title: read.title.map { Marked($0) } ?? Marked("", range: nil, rule: "none"),
            issuer: read.issuer.map { Marked($0) }, place: read.place.map { Marked($0) },
            date: read.date.flatMap { found in
                PartialDay(found.value).map { Marked($0, range: TextRange(found.range), rule: found.rule) }
            },
            signerAuthority: read.signer?.authority.map { Marked($0) },
            signerTitle: read.signer?.title.map { Marked($0) },
            signerName: read.signer?.name.map { Marked($0) },
            sections: read.sections.map {
                PlanSection(label: $0.label, title: $0.title.value, range: TextRange($0.range))
            },
            tasks: [], reports: [], recipients: [], contacts: [],
            warnings: read.warnings.map { DraftWarning($0) })
        var names = PlaceNames()
        tasks = read.tasks.map { DraftTask($0, id: names.make(for: $0.range), agencies: agencies) }
        reports = read.reports.map { report in
            ReportDuty(
                id: names.make(for: report.range), from: report.from.map { agencies.party($0) },
                to: report.to.map { agencies.party($0) }, by: report.by.flatMap { PartialDay($0.value) },
                covers: report.covers?.value, range: TextRange(report.range))
        }
        citations = read.citations.map { CitedDocument($0, id: names.make(for: $0.range)) }
        mark(read.bases.map { CitedDocument($0, id: names.make(for: $0.range)) })
        recipients = read.recipients.map {
            Recipient(id: names.make(for: $0.range), name: $0.value, range: TextRange($0.range))
        }
        contacts = read.contacts.map { contact in
            ListedContact(
                id: names.make(for: contact.name.range), name: contact.name.value,
                title: contact.title?.value,
                phone: contact.phone?.value, range: TextRange(contact.name.range))
        }
    }

    /// Shows signs of footnotes as such in the words that a person reads; places stay what they were.
    mutating func raiseFootnoteSigns(_ notes: Set<Int>) {
        guard !notes.isEmpty else { return }
        title.value = FootnoteSign.raising(notes, in: title.value)
        for index in tasks.indices {
            tasks[index].text.value = FootnoteSign.raising(notes, in: tasks[index].text.value)
        }
        for index in sections.indices {
            sections[index].title = FootnoteSign.raising(notes, in: sections[index].title)
        }
    }
}

/// Identifiers out of places in the text; the second item at a place gets a number.
private struct PlaceNames {
    private var used: [String: Int] = [:]

    mutating func make<Item>(for range: SourceRange) -> Identifier<Item> {
        let place = "\(range.lower)-\(range.upper)"
        let key = "\(Item.self) \(place)"
        used[key, default: 0] += 1
        let count = used[key] ?? 1
        return Identifier(count == 1 ? place : "\(place)-\(count)")
    }
}

extension DraftTask {
    fileprivate init(_ read: ReadTask, id: ID, agencies: AgencyNames) {
        self.init(
            id: id, at: read.at, text: Marked(read.text), lead: read.lead.map { agencies.party($0) },
            with: read.with.map { agencies.party($0) },
            // Words that name no day; those of a day follow with its time.
            timeWords: read.timeWords?.value, range: TextRange(read.range))
    }

    /// Adds the time, whose words stand in the text.
    mutating func setTime(_ when: Found<When>, words: String) {
        guard let time = PlanTime(when.value, words: words) else { return }
        self.time = Marked(time, range: TextRange(when.range), rule: when.rule)
        timeWords = words
    }
}

extension PlanTime {
    /// Nil where a printed part can't be held, such as a month 13.
    init?(_ when: When, words: String) {
        switch when {
        case .by(let date):
            guard let day = PartialDay(date) else { return nil }
            self = .by(day, before: Self.saysBefore(words))
        case .between(let from, let to):
            guard let from = PartialDay(from), let to = PartialDay(to) else { return nil }
            self = .between(from, to)
        case .continuous: self = .continuous
        case .yearly: self = .yearly
        }
    }

    /// Whether the day itself is too late: "trước ngày 30/6", "trước 30/6", "trước tháng 6", but
    /// not "trước và trong".
    static func saysBefore(_ words: String) -> Bool {
        let key = SearchTerms.nameKey(words).split(separator: " ")
        guard let index = key.firstIndex(of: "truoc"), index + 1 < key.count else { return false }
        let next = key[index + 1]
        return ["ngay", "thang", "quy", "nam", "mung"].contains(next) || next.first?.isNumber == true
    }
}

extension PartialDay {
    init?(_ date: PartialDate) {
        self.init(year: date.year, month: date.month, day: date.day)
    }
}

extension TextRange {
    init(_ range: SourceRange) {
        self.init(range.lower, range.upper)
    }
}

extension Marked where Value == String {
    fileprivate init(_ found: Found<String>) {
        self.init(found.value, range: TextRange(found.range), rule: found.rule)
    }
}

extension CitedDocument {
    fileprivate init(_ found: Found<Citation>, id: ID) {
        self.init(
            id: id, number: found.value.number, date: found.value.date.flatMap { PartialDay($0) },
            range: TextRange(found.range))
    }
}

extension DraftWarning {
    init(_ warning: PlanWarning) {
        self.init(
            id: "\(warning.kind.rawValue)-\(warning.range.lower)", code: warning.kind.rawValue,
            vietnamese: warning.vietnamese, english: warning.english, range: TextRange(warning.range))
    }
}

/// The agencies of the store by their names and short forms, in any spelling.
struct AgencyNames: Sendable {
    private var ids: [String: Set<Agency.ID>] = [:]

    init(_ agencies: [Agency]) {
        for agency in agencies {
            for name in [agency.name] + agency.abbreviations {
                ids[PartyKey.of(name), default: []].insert(agency.id)
            }
        }
    }

    /// The one agency that bears a name; nil when none or several do.
    func agency(named name: String) -> Agency.ID? {
        let found = ids[PartyKey.of(name)] ?? []
        return found.count == 1 ? found.first : nil
    }

    func party(_ found: Found<String>) -> Party {
        Party(
            name: found.value, range: TextRange(found.range), rule: found.rule,
            agency: agency(named: found.value))
    }
}
