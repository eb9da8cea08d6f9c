import Domain
import Vietnamese

/// Masks persons' telephone numbers in everything that a page, list or export shows.
enum MaskPhones {
    /// - Parameter known: the numbers of the plan's contacts.
    static func masked(_ draft: PlanDraft, knowing known: KnownPhones) -> PlanDraft {
        func masked(_ text: String) -> String { PhoneMask.masked(text, knowing: known) }
        func masked(_ parties: [Party]) -> [Party] { Self.masked(parties, knowing: known) }
        var result = draft
        result.title.value = masked(draft.title.value)
        result.sections = draft.sections.map {
            PlanSection(label: $0.label, title: masked($0.title), range: $0.range)
        }
        for index in result.tasks.indices {
            result.tasks[index].text.value = masked(result.tasks[index].text.value)
            result.tasks[index].lead = masked(result.tasks[index].lead)
            result.tasks[index].with = masked(result.tasks[index].with)
        }
        for index in result.reports.indices {
            result.reports[index].from = masked(result.reports[index].from)
            result.reports[index].to = masked(result.reports[index].to)
            result.reports[index].covers = result.reports[index].covers.map { masked($0) }
        }
        // Warnings quote the document's words.
        for index in result.warnings.indices {
            result.warnings[index].vietnamese = masked(result.warnings[index].vietnamese)
            result.warnings[index].english = masked(result.warnings[index].english)
        }
        for index in result.recipients.indices {
            result.recipients[index].name = masked(result.recipients[index].name)
        }
        for index in result.contacts.indices {
            result.contacts[index].name = masked(result.contacts[index].name)
            result.contacts[index].title = result.contacts[index].title.map { masked($0) }
            // A number in a list of persons is a person's, even one of a fixed line.
            result.contacts[index].phone = result.contacts[index].phone.map(PhoneMask.maskedWhole)
        }
        return result
    }

    static func masked(_ task: Plan.Task) -> Plan.Task {
        var result = task
        result.text = PhoneMask.masked(task.text)
        result.lead = masked(task.lead)
        result.with = masked(task.with)
        return result
    }

    private static func masked(_ parties: [Party], knowing known: KnownPhones = .none) -> [Party] {
        parties.map {
            var party = $0
            party.name = PhoneMask.masked(party.name, knowing: known)
            return party
        }
    }
}

extension PlanDraft {
    /// The numbers in its list of contacts.
    var knownPhones: KnownPhones { KnownPhones(contacts.compactMap(\.phone)) }

    /// The same, with those that the reading had and a person took out or mended: they still stand in the document.
    func knownPhones(with reading: PlanDraft) -> KnownPhones {
        KnownPhones((contacts + reading.contacts).compactMap(\.phone))
    }
}
