extension PlanDraft {
    enum CodingKeys: String, CodingKey {
        case kind, number, title, issuer, place, date, signerAuthority, signerTitle, signerName
        case citations, sections, tasks, reports, recipients, contacts, warnings
    }

    private enum LegacyKeys: String, CodingKey { case bases }

    /// As stored; readings from before bases were citations keep them in a list of their own.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        func marked<Value>(_ key: CodingKeys) throws -> Marked<Value>? {
            try fields.decodeIfPresent(Marked<Value>.self, forKey: key)
        }
        self.init(
            kind: try marked(.kind), number: try marked(.number),
            title: try fields.decode(Marked<String>.self, forKey: .title), issuer: try marked(.issuer),
            place: try marked(.place), date: try marked(.date), signerAuthority: try marked(.signerAuthority),
            signerTitle: try marked(.signerTitle), signerName: try marked(.signerName),
            citations: try fields.decode([CitedDocument].self, forKey: .citations),
            sections: try fields.decode([PlanSection].self, forKey: .sections),
            tasks: try fields.decode([DraftTask].self, forKey: .tasks),
            reports: try fields.decode([ReportDuty].self, forKey: .reports),
            recipients: try fields.decode([Recipient].self, forKey: .recipients),
            contacts: try fields.decode([ListedContact].self, forKey: .contacts),
            warnings: try fields.decode([DraftWarning].self, forKey: .warnings))
        let old = try decoder.container(keyedBy: LegacyKeys.self)
        if let bases = try old.decodeIfPresent([CitedDocument].self, forKey: .bases) { mark(bases) }
    }

    /// Marks citations as bases by their numbers, and adds bases that are no citations.
    package mutating func mark(_ bases: [CitedDocument]) {
        for base in bases {
            if let index = citations.firstIndex(where: { $0.number == base.number && $0.date == base.date }) {
                citations[index].isBasis = true
            } else if let index = citations.firstIndex(where: { $0.number == base.number }) {
                citations[index].isBasis = true
            } else {
                var base = base
                base.isBasis = true
                citations.append(base)
            }
        }
    }
}
