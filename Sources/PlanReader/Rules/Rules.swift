/// The words and phrases that the reader goes by.
///
/// A class, so that readings share the tables without counting each one's owners.
package final class Rules: Sendable {
    let vocabulary: Vocabulary
    let words: KeyWords
    let damaged: DamagedWords
    /// Marked on every token: parties, verbs, times.
    let grammar: PhraseTable
    /// Asked for where a field's label may stand.
    let fields: PhraseTable
    /// Asked for in head cells of tables.
    let cells: PhraseTable
    /// Asked for at the begin of a line or clause: types, preambles, closings, signatures.
    let form: PhraseTable

    /// What every reading uses unless told otherwise.
    package static let standard = Rules()

    init() {
        var vocabulary = Vocabulary()
        let singulars = PartyWords.nouns.filter { !$0.hasPrefix("các ") }
        grammar = PhraseTable(
            &vocabulary,
            [
                (PartyWords.nouns, .partyNoun), (PartyWords.agencies, .agency),
                (PartyWords.notParties, .none),
                (PartyWords.compounds, .partyNoun), (PartyWords.compoundNouns, .none),
                (PartyWords.nouns.filter { $0.hasPrefix("các ") }, .plural),
                (PartyWords.compounds.map { "các \($0)" }, [.partyNoun, .plural]),
                (PartyWords.idioms, [.partyNoun, .idiom]),
                (singulars.map { "các \($0)" }, [.partyNoun, .plural]),
                (PartyWords.plurals, .plural), (PartyWords.levels, .level),
                (PartyWords.qualifiers, .qualifier),
                (PartyWords.asks, .ask), (DutyWords.verbs, .duty), (DutyWords.modals, .modal),
                (DutyWords.stops, .stop), (DutyWords.asksWithoutDuty, .guide), (DutyWords.troubles, .trouble),
                (["chủ trì"], [.lead, .duty]), (DutyWords.coordinations, [.coordinate, .duty]),
                (["báo cáo"], [.report, .duty]), (["có báo cáo"], [.report, .modal, .stop]),
                (["phản ánh"], [.report, .duty]),
                (["gửi", "gửi về"], [.send, .duty]), (TimeWords.bounds, [.before, .stop]),
                (TimeWords.completions, [.complete, .stop]), (TimeWords.continuous, .continuous),
                (TimeWords.notTimes, .none), (TimeWords.yearly, [.yearly, .stop]),
                (TimeWords.monthly, [.monthly, .stop]),
            ])
        fields = PhraseTable(
            &vocabulary,
            [
                (FieldWords.lead, .fieldLead), (FieldWords.with, .fieldWith), (FieldWords.time, .fieldTime),
                (FieldWords.other, .fieldOther),
            ])
        cells = PhraseTable(
            &vocabulary,
            [
                (FieldWords.lead, .fieldLead), (FieldWords.with, .fieldWith), (FieldWords.time, .fieldTime),
                (FieldWords.other, .fieldOther), (FieldWords.task, .cellTask),
                (FieldWords.number, .cellNumber), (FieldWords.timeCells, .fieldTime),
                (FieldWords.name, .cellName), (FieldWords.position, .cellPosition),
                (FieldWords.phone, .cellPhone),
            ])
        form = PhraseTable(
            &vocabulary,
            [
                (DocumentWords.kinds.map(\.name), .documentType), (DocumentWords.citedTypes, .documentType),
                (DocumentWords.preambles, .preamble), (DocumentWords.authorities, .authority),
                (DocumentWords.offices, .office), (DocumentWords.mottos, .motto),
                (DocumentWords.recipients, .recipients), (DocumentWords.archives, .archive),
                (DocumentWords.annexes, .annex), (DocumentWords.issues, .issue),
                (DocumentWords.danglings, .dangling), (DutyWords.intros, .intro),
                (DutyWords.closings, [.closing, .intro]),
                (DutyWords.approvals, .approval), (DutyWords.openers, .opener), (PartyWords.domains, .domain),
                (DutyWords.reportContents, .content),
                (DutyWords.assignments, .assignment), (DutyWords.nounMakers, .nounMaker),
                (TimeWords.onDemand, .onDemand),
            ])
        words = KeyWords(&vocabulary)
        self.vocabulary = vocabulary
        damaged = DamagedWords(vocabulary)
    }
}
