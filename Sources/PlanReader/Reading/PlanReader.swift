/// Reads an official plan out of its text.
///
/// Pure: no statistics, no network, no
/// state; the same text gives the same plan. Safe on any bytes, in time that
/// grows with the text's length.
package struct PlanReader: Sendable {
    let rules: Rules
    let agencies: AgencyTable

    /// - Parameter agencies: those that have ended, for the warnings.
    package init(rules: Rules = .standard, agencies: AgencyTable = .standard) {
        self.rules = rules
        self.agencies = agencies
    }

    /// Ranges in the result count UTF-8 bytes of `text`.
    ///
    /// - Parameter isRecognised: whether the text was recognised from pictures,
    ///   so that strokes lost from its numbers may be found again.
    package func read(_ text: String, isRecognised: Bool = false) throws(UnreadablePlan) -> ReadPlan {
        let bytes = Array(text.utf8)
        try TextCheck.checkWellFormed(bytes)
        return try readChecked(bytes, isRecognised: isRecognised)
    }

    /// As `read(_: String)`, for bytes that may not be valid UTF-8.
    package func read(_ bytes: [UInt8], isRecognised: Bool = false) throws(UnreadablePlan) -> ReadPlan {
        try TextCheck.check(bytes)
        return try readChecked(bytes, isRecognised: isRecognised)
    }

    private func readChecked(_ bytes: [UInt8], isRecognised: Bool) throws(UnreadablePlan) -> ReadPlan {
        var reading = Reading(rules: rules, bytes: bytes, isRecognised: isRecognised)
        guard !reading.lines.isEmpty else { throw .empty }
        let notes = reading.dropNotes()
        guard reading.findLayout() else { throw .notOfficialDocument }
        reading.readAll(notes: notes)
        var plan = reading.plan
        plan.lineStarts = lineStarts(bytes)
        plan.warnings = plan.foundWarnings(agencies: agencies)
        return plan
    }
}

extension PlanReader {
    private func lineStarts(_ bytes: [UInt8]) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(bytes.count / 60)
        ByteScan.forEach(below: 0x0B, in: bytes) { index, byte in
            if byte == 0x0A { starts.append(index + 1) }
        }
        return starts
    }
}

extension Reading {
    /// All stages, in the order in which they need each other.
    mutating func readAll(notes: [Int]) {
        readHeader()
        if !layout.wrapper.isEmpty { buildBlocks(layout.wrapper) }
        let wrapper = 0..<blocks.count
        buildBlocks(layout.preamble)
        let preamble = wrapper.upperBound..<blocks.count
        buildBlocks(layout.body)
        let body = preamble.upperBound..<blocks.count
        buildBlocks(layout.annex)
        let annex = body.upperBound..<blocks.count
        readBases(layout.wrapper.isEmpty ? preamble : wrapper)
        readClosing()
        readIssuer()
        readBody(body)
        readTaskTables(preamble.lowerBound..<annex.upperBound)
        readContacts()
        readCitations(notes: notes)
        orderTasks()
    }

    /// In the order of the text, rows of tables among the others; words of a time only where `when` holds none.
    private mutating func orderTasks() {
        let order = plan.tasks.indices.sorted {
            (plan.tasks[$0].range.lower, $0) < (plan.tasks[$1].range.lower, $1)
        }
        plan.tasks = order.map { plan.tasks[$0] }
        for index in plan.tasks.indices where plan.tasks[index].when != nil {
            plan.tasks[index].timeWords = nil
        }
        for index in plan.reports.indices where plan.reports[index].by != nil {
            plan.reports[index].timeWords = nil
        }
    }

    private mutating func readCitations(notes: [Int]) {
        var known: [String: Int] = [:]
        let title = layout.title.filter { lines[$0].kind == .text }
        for line in title { cite(lines[line].tokens, in: lineTokens, known: &known) }
        let subject = subjectTokens
        cite(0..<subject.count, in: subject, known: &known)
        cite(0..<tokens.count, in: tokens, known: &known)
        var noteTokens: [Token] = []
        for line in notes { noteTokens.append(contentsOf: lineTokens[lines[line].tokens]) }
        cite(0..<noteTokens.count, in: noteTokens, known: &known)
    }
}
