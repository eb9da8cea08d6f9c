extension Reading {
    /// Which column of a table of tasks says what.
    private struct Columns {
        var task: Int
        var lead: Int?
        var with: Int?
        var time: Int?
        var timeCompletes = false
        var count: Int
        var number: Int?
    }

    /// Rows of tables of tasks, wherever they stand.
    mutating func readTaskTables(_ range: Range<Int>) {
        var columns: Columns?
        var above: Above?
        // "nt" under the title of a group means the row over it.
        var last: Above?
        for index in range {
            guard blocks[index].kind == .row else {
                if !blocks[index].isNote { columns = nil }
                continue
            }
            let cells = blocks[index].cells
            if let head = columnsOf(cells) {
                columns = head
                above = nil
                last = nil
                continue
            }
            if cells.contains(where: { headCue(ofTokens: $0).contains(.cellName) }) { columns = nil }
            if let known = columns, let refined = refined(known, by: cells) {
                columns = refined
                continue
            }
            guard let columns else { continue }
            if isGroupRow(
                cells, columns, above, under: index + 1 < range.upperBound ? blocks[index + 1].cells : [])
            {
                above = nil
            } else {
                readRow(blocks[index], columns, &above, last)
                last = above ?? last
            }
        }
    }

    /// What a cell that was merged over several rows says for those below its first.
    private struct Above {
        var lead: Range<Int>
        var with: Range<Int>
        var time: Range<Int>
        /// The row's own number, where it is a plain one.
        var number: Int?
    }

    private func number(_ cells: [Range<Int>], _ columns: Columns) -> Int? {
        guard let column = columns.number, column < cells.count, let first = cells[column].first,
            cells[column].dropFirst().allSatisfy({ tokens[$0].kind == .mark }),
            cells[column].count <= 2
        else { return nil }
        return value(tokens[first])
    }

    /// A title over the rows below it: alone in its row, or repeated in each cell that it was merged over.
    private func isGroupRow(
        _ cells: [Range<Int>], _ columns: Columns, _ above: Above?, under next: [Range<Int>]
    ) -> Bool {
        guard columns.task < cells.count, cells[columns.task].count >= 1 else { return false }
        let others = cells.indices.filter { $0 != columns.task && $0 != columns.number && !cells[$0].isEmpty }
        // All its cells are merged with those above where its number goes on from theirs.
        if others.isEmpty, let last = above?.number, number(cells, columns) == last + 1 {
            return isPart(next, columns)
        }
        guard others.count >= 2 else { return others.isEmpty }
        let title = string(cells[columns.task])
        return others.allSatisfy { string(cells[$0]) == title }
    }

    /// "2.1", "a", "-" or no number before cells of its own: a row of the group over it.
    private func isPart(_ cells: [Range<Int>], _ columns: Columns) -> Bool {
        guard let column = columns.number, column < cells.count, columns.task < cells.count,
            !cells[columns.task].isEmpty,
            cells.indices.contains(where: { $0 != column && $0 != columns.task && !cells[$0].isEmpty })
        else { return false }
        return number(cells, columns) == nil
    }

    private func columnsOf(_ cells: [Range<Int>]) -> Columns? {
        // A head has no number; "3 | Hoạt động văn nghệ | … | Quý I" has, though its cells could be a head's.
        if cells.contains(where: { $0.first.map { tokens[$0].kind == .number } ?? false }) { return nil }
        let cues = cells.map { headCue(ofTokens: $0) }
        guard
            let task = cues.firstIndex(where: { $0.contains(.cellTask) && $0.isDisjoint(with: [.cellName]) })
        else { return nil }
        let others = cues.indices.filter { $0 != task }
        let lead = others.first { cues[$0].contains(.fieldLead) }
        let with = others.first { cues[$0].contains(.fieldWith) }
        let time = others.first { cues[$0].contains(.fieldTime) }
        guard lead != nil || with != nil || time != nil else { return nil }
        let completes = time.map { isCompletion(cells[$0]) } ?? false
        return Columns(
            task: task, lead: lead, with: with, time: time, timeCompletes: completes, count: cells.count,
            number: cues.firstIndex { $0.contains(.cellNumber) })
    }

    /// A second row of the head parts a cell of the first: "Đơn vị thực hiện" over "Chủ trì" and "Phối hợp".
    private func refined(_ columns: Columns, by cells: [Range<Int>]) -> Columns? {
        guard columns.task < cells.count, cells[columns.task].isEmpty else { return nil }
        let cues = cells.map { headCue(ofTokens: $0) }
        let parts: Cue = [.fieldLead, .fieldWith, .fieldTime]
        guard cells.indices.allSatisfy({ cells[$0].isEmpty || !cues[$0].isDisjoint(with: parts) }),
            cues.contains(where: { !$0.isDisjoint(with: [.fieldLead, .fieldWith]) })
        else { return nil }
        var refined = columns
        refined.lead = cues.firstIndex { $0.contains(.fieldLead) } ?? columns.lead
        refined.with = cues.firstIndex { $0.contains(.fieldWith) } ?? columns.with
        refined.time = cues.firstIndex { $0.contains(.fieldTime) } ?? columns.time
        return refined
    }

    private mutating func readRow(_ block: Block, _ columns: Columns, _ above: inout Above?, _ last: Above?) {
        var cells = block.cells
        let isWhole = cells.count == columns.count
        if cells.count < columns.count, cells.count >= 2 { cells = spread(cells, columns) }
        func cell(_ index: Int?) -> Range<Int> {
            index.flatMap { $0 < cells.count ? cells[$0] : nil } ?? 0..<0
        }
        let task = cell(columns.task)
        // "(1) (2) (3)" and group rows say nothing.
        guard task.contains(where: { tokens[$0].kind == .word }) else { return }
        var leadCell = cell(columns.lead)
        var withCell = cell(columns.with)
        var timeCell = cell(columns.time)
        if isWhole {
            if isDitto(leadCell) { leadCell = last?.lead ?? 0..<0 }
            if isDitto(withCell) { withCell = last?.with ?? 0..<0 }
            if isDitto(timeCell) { timeCell = last?.time ?? 0..<0 }
        }
        if isWhole, let above {
            if timeCell.isEmpty { timeCell = above.time }
            if leadCell.isEmpty {
                leadCell = above.lead
                if withCell.isEmpty { withCell = above.with }
            }
        }
        above =
            isWhole
            ? Above(lead: leadCell, with: withCell, time: timeCell, number: number(cells, columns)) : nil
        guard !leadCell.isEmpty || !withCell.isEmpty || !timeCell.isEmpty else { return }
        var fields = TaskFields()
        fields.isEmpty = false
        if !leadCell.isEmpty {
            if firstField(leadCell) != nil {
                fields.merge(fieldValues(leadCell))
            } else {
                let parts = leads(inField: leadCell)
                fields.lead =
                    isPlainCell(leadCell) || isNameCell(leadCell)
                    ? parties(leadCell, rule: "lead.cell") : parts.lead
                fields.with = parts.with
            }
        }
        if !withCell.isEmpty { fields.with += cellParties(withCell) }
        fields.hasTime = true
        if !timeCell.isEmpty { fields.when = when(inField: timeCell, completes: columns.timeCompletes) }
        var lead = fields.lead
        if lead.isEmpty, columns.lead == nil, let subject = subject(task) {
            lead = parties(subject.parties, rule: "lead.subject")
        }
        if lead.isEmpty, leadCell.isEmpty, fields.with.isEmpty, fields.when == nil { return }
        var row = ReadTask(
            at: nil, text: found(task, rule: "task.row"), lead: lead, with: fields.with, when: fields.when,
            range: source(block.tokens))
        row.timeWords = spokenTime(inField: timeCell)
        plan.tasks.append(row)
        readRowReports(task, lead, timeCell, fields.when?.value.lastDay)
    }

    /// Duties to report in a row's task; their days stand in its cell of time.
    private mutating func readRowReports(
        _ task: Range<Int>, _ lead: [Found<String>], _ time: Range<Int>, _ last: PartialDate?
    ) {
        let first = plan.reports.count
        readReports(task, from: lead, isClosing: false)
        let duties = plan.reports[first...]
        guard !time.isEmpty, !duties.isEmpty else { return }
        var days = reportDays(time)
        if days.isEmpty, let last {
            days = [(Found(last, range: source(time), rule: "report.by-row"), nil)]
        }
        let dated = duties.flatMap { duty in
            guard duty.by == nil, !days.isEmpty else { return [duty] }
            return days.map { day in
                var duty = duty
                duty.by = day.by
                duty.covers = day.covers ?? duty.covers
                return duty
            }
        }
        plan.reports.replaceSubrange(first..., with: dated)
        for report in first..<plan.reports.count {
            plan.reports[report].returns = plan.reports[report].returns || hasRhythm(time)
            plan.reports[report].timeWords = plan.reports[report].timeWords ?? spokenTime(inField: time)
        }
    }

    /// "Như trên", "nt", "-nt-", "\"": what the cell above says.
    private func isDitto(_ cell: Range<Int>) -> Bool {
        guard !cell.isEmpty, cell.count <= 6 else { return false }
        let words = cell.filter { tokens[$0].kind != .mark }
        switch words.count {
        case 0: return cell.contains { tokens[$0].isMark(.quote) }
        case 1: return isWord(tokens[words[0]], "nt")
        case 2:
            return isWord(tokens[words[0]], "như") && isWord(tokens[words[1]], "trên")
                || isWord(tokens[words[0]], "n") && isWord(tokens[words[1]], "t")
        default: return false
        }
    }

    func cellParties(_ range: Range<Int>) -> [Found<String>] {
        isPlainCell(range) || isNameCell(range)
            ? parties(range, rule: "with.cell") : leads(inField: range).lead
    }

    /// A few words that no table of words knows and that do nothing: "Đại diện Cảng vụ tại Vũng Rô".
    private func isNameCell(_ range: Range<Int>) -> Bool {
        guard let first = range.first, tokens[first].kind == .word, tokens[first].isCapital, range.count <= 12
        else {
            return false
        }
        return range.allSatisfy {
            tokens[$0].kind == .word
                && (tokens[$0].isCapital
                    || tokens[$0].cue.isDisjoint(with: [
                        .duty, .lead, .coordinate, .report, .modal, .before, .complete, .ask, .continuous,
                    ]))
        }
    }

    /// Names only: verbs in it belong to them ("Trung tâm Xúc tiến đầu tư và Hỗ trợ doanh nghiệp").
    func isPlainCell(_ range: Range<Int>) -> Bool {
        guard let first = range.first, isPartyStart(first), range.count <= 60 else { return false }
        return !range.contains {
            tokens[$0].isMark(.colon) || tokens[$0].isMark(.stop) && !isAbbreviation($0)
                || !tokens[$0].cue.isDisjoint(with: [
                    .lead, .coordinate, .report, .modal, .before, .complete, .ask, .continuous,
                ])
        }
    }

    /// Cells of a row from which an empty one was lost go to the columns that fit them.
    private func spread(_ cells: [Range<Int>], _ columns: Columns) -> [Range<Int>] {
        var result = [Range<Int>](repeating: 0..<0, count: columns.count)
        var column = 0
        for (position, cell) in cells.enumerated() {
            let left = cells.count - position
            while columns.count - column > left, !fits(cell, column, columns) { column += 1 }
            guard column < columns.count else { break }
            result[column] = cell
            column += 1
        }
        return result
    }

    private func fits(_ cell: Range<Int>, _ column: Int, _ columns: Columns) -> Bool {
        if column == columns.number { return cell.count <= 2 }
        if column == columns.time { return when(inField: cell, completes: columns.timeCompletes) != nil }
        if column == columns.lead || column == columns.with {
            return cell.first.map { isPartyStart($0) } ?? false
        }
        return when(inField: cell, completes: false) == nil || cell.count > 8
    }
}
