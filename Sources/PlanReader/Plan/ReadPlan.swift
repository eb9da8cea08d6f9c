/// What a document says, each part with its place in the text as given.
package struct ReadPlan: Sendable, Hashable {
    /// Abbreviation of the type in Decree 30/2020, such as `KH`.
    package var kind: Found<String>?
    package var number: Found<String>?
    package var title: Found<String>?
    package var issuer: Found<String>?
    package var place: Found<String>?
    /// Of the dateline; without a day where it was left blank.
    package var date: Found<PartialDate>?
    package var signer: ReadSigner?
    /// Documents that the plan is issued under.
    package var bases: [Found<Citation>]
    /// Every document with a number, once each.
    package var citations: [Found<Citation>]
    package var sections: [ReadSection]
    package var tasks: [ReadTask]
    package var reports: [ReadReport]
    package var recipients: [Found<String>]
    package var contacts: [ReadContact]
    package var warnings: [PlanWarning]
    /// Bytes of the text as given at which its lines begin.
    var lineStarts: [Int] = []
    /// "Nơi nhận:" stands in the text, if with nothing but the archive below.
    var hasRecipients = false

    package init() {
        bases = []
        citations = []
        sections = []
        tasks = []
        reports = []
        recipients = []
        contacts = []
        warnings = []
    }

    /// The year that completes dates printed without one: of the dateline, or
    /// named by the title, or of the latest base; nil where none is.
    package var year: Int? {
        if let year = date?.value.year { return year }
        if let title = title?.value, let year = Self.yearNamed(in: title) { return year }
        return (bases.compactMap { $0.value.date?.year } + citations.compactMap { $0.value.date?.year }).max()
    }
}

/// A document that the plan names by number.
package struct Citation: Sendable, Hashable {
    /// As printed, without blanks, such as `33-NQ/TW`.
    package var number: String
    package var date: PartialDate?

    package init(number: String, date: PartialDate?) {
        self.number = number
        self.date = date
    }
}

/// A numbered or lettered line of the outline.
package struct ReadSection: Sendable, Hashable {
    /// Path, such as `II.3.a`.
    package var label: String
    package var title: Found<String>
    package var range: SourceRange

    package init(label: String, title: Found<String>, range: SourceRange) {
        self.label = label
        self.title = title
        self.range = range
    }
}

/// Who signed.
package struct ReadSigner: Sendable, Hashable {
    /// Prefix lines, such as `TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH`.
    package var authority: Found<String>?
    package var title: Found<String>?
    package var name: Found<String>?

    package init(authority: Found<String>?, title: Found<String>?, name: Found<String>?) {
        self.authority = authority
        self.title = title
        self.name = name
    }
}

/// A row of an appended list of persons.
///
/// Personal data: show `phone` masked.
package struct ReadContact: Sendable, Hashable {
    package var name: Found<String>
    package var title: Found<String>?
    package var phone: Found<String>?

    package init(name: Found<String>, title: Found<String>?, phone: Found<String>?) {
        self.name = name
        self.title = title
        self.phone = phone
    }
}

extension ReadPlan {
    /// The last "năm NNNN" of a title, or its last four digits between 1990 and 2099.
    static func yearNamed(in title: String) -> Int? {
        var year: Int?
        var digits = 0
        var value = 0
        for byte in Array(title.utf8) + [32] {
            if byte >= 48, byte <= 57 {
                digits += 1
                value = digits > 4 ? 0 : value * 10 + Int(byte - 48)
            } else {
                if digits == 4, (1990...2099).contains(value) { year = value }
                digits = 0
                value = 0
            }
        }
        return year
    }
}
