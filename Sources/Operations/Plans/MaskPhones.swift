import Domain
import Vietnamese

/// Masks persons' telephone numbers in everything that a page, list or export shows.
enum MaskPhones {
    static func masked(_ draft: PlanDraft) -> PlanDraft {
        var result = draft
        result.title.value = PhoneMask.masked(draft.title.value)
        result.sections = draft.sections.map {
            PlanSection(label: $0.label, title: PhoneMask.masked($0.title), range: $0.range)
        }
        for index in result.tasks.indices {
            result.tasks[index].text.value = PhoneMask.masked(result.tasks[index].text.value)
            result.tasks[index].lead = masked(result.tasks[index].lead)
            result.tasks[index].with = masked(result.tasks[index].with)
        }
        for index in result.reports.indices {
            result.reports[index].from = masked(result.reports[index].from)
            result.reports[index].to = masked(result.reports[index].to)
            result.reports[index].covers = result.reports[index].covers.map { PhoneMask.masked($0) }
        }
        // Warnings quote the document's words.
        for index in result.warnings.indices {
            result.warnings[index].vietnamese = PhoneMask.masked(result.warnings[index].vietnamese)
            result.warnings[index].english = PhoneMask.masked(result.warnings[index].english)
        }
        for index in result.recipients.indices {
            result.recipients[index].name = PhoneMask.masked(result.recipients[index].name)
        }
        for index in result.contacts.indices {
            result.contacts[index].name = PhoneMask.masked(result.contacts[index].name)
            result.contacts[index].title = result.contacts[index].title.map(PhoneMask.masked)
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

    private static func masked(_ parties: [Party]) -> [Party] {
        parties.map {
            var party = $0
            party.name = PhoneMask.masked(party.name)
            return party
        }
    }
}
