extension ReadPlan {
    /// What a person should look at, in the order of the text.
    ///
    /// Asked of a reading, and again of what people made of it; so it looks at the plan alone, never at the text.
    package func foundWarnings(agencies: AgencyTable = .standard) -> [PlanWarning] {
        var warnings =
            leadWarnings() + agencyWarnings(agencies) + timeWarnings() + reversedWarnings()
            + citationWarnings()
            + reportWarnings() + absenceWarnings()
        warnings.sort { ($0.range, $0.kind.rawValue) < ($1.range, $1.kind.rawValue) }
        return warnings
    }

    /// Adds a warning where the number is already another plan's.
    ///
    /// - Parameter isTaken: says whether the same issuer has given the number
    ///   to another plan of that year; asked at most once.
    package mutating func checkNumber(_ isTaken: (_ number: String, _ issuer: String?, _ year: Int) -> Bool) {
        guard let number, let year, isTaken(number.value, issuer?.value, year) else { return }
        warnings.append(
            PlanWarning(
                kind: .numberTaken, range: number.range,
                vietnamese:
                    "Số \(number.value) năm \(year) đã được cấp cho một kế hoạch khác của cùng cơ quan.",
                english: "Number \(number.value) of \(year) belongs to another plan of the same issuer.",
                data: ["number": number.value, "year": "\(year)"]))
    }

    private func leadWarnings() -> [PlanWarning] {
        tasks.filter(\.lead.isEmpty).map { task in
            PlanWarning(
                kind: .taskWithoutLead, range: task.text.range,
                vietnamese: "Nhiệm vụ chưa nêu cơ quan chủ trì.",
                english: "The task names nobody who must do it.")
        }
    }

    private func agencyWarnings(_ table: AgencyTable) -> [PlanWarning] {
        // By their bytes, whose hashes cost far less than those of strings; all are in one normal form.
        var seen: Set<[UInt8]> = []
        var told: Set<String> = []
        var warnings: [PlanWarning] = []
        // One by one: a list of all parties of a long plan would be the dearest thing here.
        func look(at party: Found<String>) {
            guard seen.insert(Array(party.value.utf8)).inserted, let index = table.index(of: party.value),
                told.insert(table.groups[index]).inserted
            else { return }
            warnings.append(agencyWarning(party, table.endings[index]))
        }
        if let issuer { look(at: issuer) }
        for task in tasks {
            task.lead.forEach(look)
            task.with.forEach(look)
        }
        for report in reports {
            report.from.forEach(look)
            report.to.forEach(look)
        }
        recipients.forEach(look)
        return warnings
    }

    /// What every plan has and this one doesn't.
    private func absenceWarnings() -> [PlanWarning] {
        let place = (title ?? kind)?.range ?? SourceRange(0, 0)
        var warnings: [PlanWarning] = []
        func warn(_ kind: PlanWarning.Kind, _ vietnamese: String, _ english: String) {
            warnings.append(
                PlanWarning(
                    kind: kind, range: place,
                    vietnamese:
                        "Không đọc được \(vietnamese). Đề nghị đối chiếu với bản gốc; nếu là bản chụp mờ, đề nghị quét lại.",
                    english:
                        "\(english) was found. Compare with the original; scan it again if the picture is poor."
                ))
        }
        if tasks.isEmpty {
            warn(.noTask, "nhiệm vụ nào giao cho cơ quan, đơn vị", "No task of a named party")
        }
        if signer?.name == nil { warn(.noSigner, "người ký văn bản", "No signer") }
        if recipients.isEmpty, !hasRecipients {
            warn(.noRecipients, "mục “Nơi nhận”", "No list of recipients")
        }
        return warnings
    }

    private func agencyWarning(_ party: Found<String>, _ ending: AgencyTable.Ending) -> PlanWarning {
        let planDate = date?.value ?? year.map { PartialDate(year: $0) }
        let isLate = planDate.map { $0.year != nil && $0 >= ending.ended } ?? false
        let data = ["name": ending.name, "ended": ending.ended.description, "successor": ending.successor]
        if isLate {
            return PlanWarning(
                kind: .endedAgency, range: party.range,
                vietnamese:
                    "Từ ngày \(ending.ended.printed), \(ending.name) đã kết thúc hoạt động; cơ quan kế tục: \(ending.successor). (Văn bản ban hành sau ngày này, đề nghị kiểm tra lại tên cơ quan.)",
                english:
                    "\(ending.name) had ended on \(ending.ended) when the plan was issued; now: \(ending.successor).",
                data: data)
        }
        return PlanWarning(
            kind: .agencySucceeded, range: party.range,
            vietnamese:
                "Từ ngày \(ending.ended.printed), \(ending.name) đã kết thúc hoạt động; cơ quan kế tục: \(ending.successor). (Tên trong văn bản đúng tại thời điểm ban hành.)",
            english:
                "\(ending.name) was right at the plan's date; since \(ending.ended): \(ending.successor).",
            data: data)
    }

    private func timeWarnings() -> [PlanWarning] {
        // Only the day by which a time ends can be too early: a period may have begun before the plan.
        let times =
            tasks.compactMap(\.when).flatMap { found in
                found.value.days.map { (day: $0, range: found.range, isLast: $0 == found.value.lastDay) }
            } + reports.compactMap(\.by).map { (day: $0.value, range: $0.range, isLast: true) }
        var seen: Set<SourceRange> = []
        var warnings: [PlanWarning] = []
        // The dateline's own day too: every time is measured by it.
        let own = date.flatMap { $0.value.isReal ? nil : [($0.value, $0.range, false)] } ?? []
        let issued = issuedOn
        for (day, range, isLast) in own + times {
            if !day.isReal {
                guard seen.insert(range).inserted else { continue }
                warnings.append(
                    PlanWarning(
                        kind: .impossibleDay, range: range,
                        vietnamese: "Ngày \(day.printed) không có trong lịch.",
                        english: "There is no day \(day).", data: ["time": day.description]))
            } else if isLast, let issued, let year = day.year,
                let last = issued.year,
                year < last || issued.isFull && day.isFull && day < issued
            {
                guard seen.insert(range).inserted else { continue }
                warnings.append(
                    PlanWarning(
                        kind: .timeBeforePlan, range: range,
                        vietnamese:
                            "Thời hạn \(day.printed) sớm hơn ngày ban hành văn bản (\(issued.printed)).",
                        english: "The time \(day) lies before the plan's date (\(issued)).",
                        data: ["time": day.description, "date": issued.description]))
            }
        }
        return warnings
    }

    private func reversedWarnings() -> [PlanWarning] {
        tasks.compactMap(\.when).compactMap { found in
            guard case .between(let from, let to) = found.value, from.isFull, to.isFull, to < from else {
                return nil
            }
            return PlanWarning(
                kind: .reversedPeriod, range: found.range,
                vietnamese: "Thời gian kết thúc (\(to.printed)) sớm hơn lúc bắt đầu (\(from.printed)).",
                english: "The time ends (\(to)) before it begins (\(from)).",
                data: ["from": from.description, "to": to.description])
        }
    }

    /// The plan's date; its year alone where the day printed doesn't exist, by which no other day can be measured.
    private var issuedOn: PartialDate? {
        if let date, date.value.isReal { return date.value }
        return year.map { PartialDate(year: $0) }
    }

    private func citationWarnings() -> [PlanWarning] {
        var warnings: [PlanWarning] = []
        for citation in citations {
            if let suggestion = SymbolTable.suggestion(for: citation.value.number) {
                warnings.append(
                    PlanWarning(
                        kind: .impossibleSymbol, range: citation.range,
                        vietnamese:
                            "Không có cơ quan nào dùng ký hiệu \(citation.value.number); có thể đúng là \(suggestion).",
                        english:
                            "No authority bears the symbol \(citation.value.number); perhaps \(suggestion).",
                        data: ["number": citation.value.number, "suggestion": suggestion]))
            }
            if let cited = citation.value.date, let issued = issuedOn, isAfter(cited, issued) {
                warnings.append(
                    PlanWarning(
                        kind: .citationAfterPlan, range: citation.range,
                        vietnamese:
                            "Văn bản \(citation.value.number) ghi ngày \(cited.printed), sau ngày ban hành kế hoạch này (\(issued.printed)).",
                        english: "\(citation.value.number) is dated \(cited), after the plan (\(issued)).",
                        data: ["number": citation.value.number, "date": cited.description]))
            }
        }
        return warnings
    }

    private func isAfter(_ cited: PartialDate, _ issued: PartialDate) -> Bool {
        guard let year = cited.year, let planYear = issued.year else { return false }
        if year != planYear { return year > planYear }
        guard let month = cited.month, let planMonth = issued.month else { return false }
        if month != planMonth { return month > planMonth }
        guard let day = cited.day, let planDay = issued.day else { return false }
        return day > planDay
    }

    private func reportWarnings() -> [PlanWarning] {
        reports.filter { $0.by == nil && !$0.returns }.map { report in
            PlanWarning(
                kind: .reportWithoutTime, range: report.range,
                vietnamese: "Nhiệm vụ báo cáo chưa nêu thời hạn.",
                english: "The duty to report has no time.")
        }
    }
}

extension When {
    /// The days that it names.
    var days: [PartialDate] {
        switch self {
        case .by(let date): [date]
        case .between(let from, let to): from == to ? [from] : [from, to]
        case .continuous, .yearly: []
        }
    }
}

extension PartialDate {
    /// Day first, as Decree 30/2020 prints it: 05/02/2025, 30/6/2025, 3/2023, 10/12 hằng năm.
    package var printed: String {
        switch (year, month, day) {
        case (let year?, let month?, let day?):
            "\(Self.two(day))/\(Self.printedMonth(month))/\(year)"
        case (let year?, let month?, nil): "\(Self.printedMonth(month))/\(year)"
        case (let year?, nil, _): "\(year)"
        case (nil, let month?, let day?): "\(Self.two(day))/\(Self.printedMonth(month)) hằng năm"
        case (nil, let month?, nil): "tháng \(month) hằng năm"
        case (nil, nil, let day?): "ngày \(Self.two(day)) hằng tháng"
        case (nil, nil, nil): ""
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Decree 30/2020 writes a zero before January and February only.
    private static func printedMonth(_ month: Int) -> String { month < 3 ? "0\(month)" : "\(month)" }
}
