import Foundation
import Testing

@testable import Domain

struct ListCorrectionTests {
    private let reading: PlanDraft = {
        var draft = PlanDraft.example()
        draft.citations = [
            CitedDocument(
                id: Identifier("k1"), number: "72/2015/NĐ-CP", date: PartialDay("2015-09-07"), isBasis: true,
                range: TextRange(50, 70)),
            CitedDocument(id: Identifier("k2"), number: "33-NQ/TW", date: nil, range: TextRange(80, 90)),
        ]
        return draft
    }()

    @Test func `Citations and contacts are added in the document's order, changed and deleted`() {
        let added = CitedDocument(
            id: Identifier("k3"), number: "1/CT-TTg", date: nil, range: TextRange(72, 79))
        var contact = reading.contacts[0]
        contact.title = "Chuyên viên"
        contact.range = nil
        let result = reading.applying(
            corrections([
                .addCitation(citation: added),
                .setCitation(
                    citation: Anchor(reading.citations[1]),
                    value: CitedDocument(
                        id: Identifier("x"), number: "34-NQ/TW", date: nil, isBasis: true, range: nil)),
                .deleteCitation(citation: Anchor(reading.citations[0])),
                .setContact(contact: Anchor(contact), value: contact),
                .addContact(
                    contact: ListedContact(
                        id: Identifier("c2"), name: "Hoa", title: nil, phone: nil, range: nil)),
            ]))
        #expect(result.draft.citations.map(\.number) == ["1/CT-TTg", "34-NQ/TW"])
        #expect(result.draft.citations[1].id == reading.citations[1].id)
        #expect(result.draft.citations[1].range == TextRange(80, 90), "its words stay its words")
        #expect(result.draft.bases.map(\.number) == ["34-NQ/TW"])
        #expect(result.draft.contacts.map(\.name) == ["Lan", "Hoa"])
        #expect(result.draft.contacts[0].title == "Chuyên viên")
        #expect(result.draft.contacts[0].range == reading.contacts[0].range)
        #expect(result.draft.contacts.allSatisfy { $0.confirmation?.by == lan })
        #expect(result.conflicts.isEmpty)
    }

    @Test func `They survive a reading that finds them a little elsewhere and under other names`() {
        let made = corrections([
            .setCitation(
                citation: Anchor(reading.citations[1]),
                value: CitedDocument(id: Identifier("x"), number: "34-NQ/TW", date: nil, range: nil)),
            .deleteCitation(citation: Anchor(reading.citations[0])),
            .setContact(
                contact: Anchor(reading.contacts[0]),
                value: ListedContact(id: Identifier("x"), name: "Lan Anh", title: nil, phone: nil, range: nil)
            ),
        ])
        var later = reading
        for index in later.citations.indices {
            later.citations[index].id = Identifier("later-\(index)")
            later.citations[index].range = later.citations[index].range.map {
                TextRange($0.lower + 2, $0.upper + 2)
            }
        }
        later.contacts[0].id = Identifier("later")
        for draft in [later, later.keepingIdentity(of: reading)] {
            let result = draft.applying(made)
            #expect(result.draft.citations.map(\.number) == ["34-NQ/TW"])
            #expect(result.draft.contacts.map(\.name) == ["Lan Anh"])
            #expect(result.conflicts.isEmpty)
        }
        #expect(later.keepingIdentity(of: reading).citations.map(\.id) == reading.citations.map(\.id))
    }

    @Test func `What a later reading doesn't find any more is told, with what was corrected`() {
        let made = corrections([
            .setCitation(
                citation: Anchor(reading.citations[1]),
                value: CitedDocument(id: Identifier("x"), number: "34-NQ/TW", date: nil, range: nil)),
            .setContact(contact: Anchor(reading.contacts[0]), value: reading.contacts[0]),
            .setRecipient(recipient: Anchor(reading.recipients[0]), name: "Báo"),
            .setReport(report: Anchor(reading.reports[0]), value: reading.reports[0]),
        ])
        var later = reading
        later.citations = []
        later.contacts = []
        later.recipients = []
        later.reports = []
        let result = later.applying(made)
        #expect(
            result.conflicts.map(\.reason) == [
                .targetMissing, .targetMissing, .targetMissing, .targetMissing,
            ])
        #expect(result.conflicts.map(\.correction) == made)
    }

    @Test func `What a person added and a later reading finds too is told`() {
        let quote = Quote(text: "Việc", range: TextRange(700, 750))
        let made = corrections([
            .addTask(id: Identifier("new"), at: nil, quote: quote),
            .addCitation(
                citation: CitedDocument(
                    id: Identifier("k9"), number: "1/CT", date: nil, range: TextRange(80, 90))),
        ])
        #expect(PlanDraft.example().applying(made).conflicts.isEmpty)
        var later = reading
        later.tasks.append(
            DraftTask(
                id: Identifier("found"), text: Marked("Việc", range: quote.range, rule: "bullet"),
                range: TextRange(700, 752)))
        #expect(later.applying(made).conflicts.map(\.reason) == [.foundAgain, .foundAgain])
    }

    @Test func `A second report of the same sentence is no doubt`() {
        var second = reading.reports[0]
        second.id = Identifier("r2")
        #expect(reading.applying(corrections([.addReport(report: second)])).conflicts.isEmpty)
    }

    @Test func `A conflict can be let go, and its correction stays what it was`() {
        var later = reading
        later.contacts = []
        let made = corrections([
            .setContact(contact: Anchor(reading.contacts[0]), value: reading.contacts[0]),
            .dismissWarning(id: "correction-1"),
        ])
        #expect(later.applying(made).conflicts.isEmpty)
        #expect(later.applying([made[0]]).conflicts.map(\.id) == ["correction-1"])
    }

    @Test func `A reading from before citations had names reads back with its bases`() throws {
        let old = """
            {"title":{"value":"Cũ","rule":"title"},"bases":[{"number":"1/NQ","range":{"lower":1,"upper":5}},
            {"number":"3/NQ"}],"citations":[{"number":"1/NQ","range":{"lower":1,"upper":5}},{"number":"2/NQ"}],
            "sections":[],"tasks":[],"reports":[],"recipients":[],"contacts":[],"warnings":[]}
            """
        let draft = try JSONDecoder().decode(PlanDraft.self, from: Data(old.utf8))
        #expect(draft.citations.map(\.number) == ["1/NQ", "2/NQ", "3/NQ"])
        #expect(draft.bases.map(\.number) == ["1/NQ", "3/NQ"])
        #expect(Set(draft.citations.map(\.id)).count == 3)
        #expect(try JSONDecoder().decode(PlanDraft.self, from: JSONEncoder().encode(draft)) == draft)
    }

    @Test func `Corrections of one instant are one step of undoing and redoing`() {
        var history = CorrectionHistory()
        history.append(.dismissWarning(id: "a"), by: lan, at: noon)
        history.append(.dismissWarning(id: "b"), by: lan, at: noon + 1)
        history.append(.dismissWarning(id: "c"), by: lan, at: noon + 1)
        #expect(history.undoStep()?.id == 3 && history.head == 1)
        #expect(history.redoStep()?.id == 2 && history.head == 3)
        #expect(history.undoStep() != nil && history.undoStep() != nil && history.undoStep() == nil)
    }
}
