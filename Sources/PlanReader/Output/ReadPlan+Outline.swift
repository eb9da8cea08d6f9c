import Vietnamese

extension ReadPlan {
    /// The plan for reading in a terminal: head, bases, outline, who does what by when, reports, citations,
    /// recipients, contacts, warnings.
    ///
    /// Lines are about `OutlineText.width` columns wide; telephone numbers of persons are masked.
    package var outline: String {
        var text = OutlineText()
        writeHead(&text)
        writeSections(&text)
        writeTasks(&text)
        writeReports(&text)
        text.list("VĂN BẢN ĐƯỢC VIỆN DẪN", citations.map(\.value.printed))
        text.list("NƠI NHẬN", recipients.map(\.value))
        text.list("DANH SÁCH", contacts.map(\.printed))
        text.title("CẢNH BÁO (\(warnings.count))")
        for warning in warnings {
            text.paragraph("- [\(place(of: warning.range))] \(warning.vietnamese)", indent: 2)
        }
        let known = KnownPhones(contacts.compactMap(\.phone?.value))
        return PhoneMask.masked(text.lines.joined(separator: "\n"), knowing: known) + "\n"
    }

    private func writeHead(_ text: inout OutlineText) {
        text.paragraph(
            "\(kind?.value ?? "?")  \(number?.value ?? "(chưa có số)")  \(date?.value.printed ?? "(chưa có ngày)")"
        )
        text.paragraph(title?.value ?? "(không có trích yếu)")
        text.field("Cơ quan ban hành", issuer.map { [$0.value] } ?? [])
        if let signer {
            text.field("Người ký", [signer.authority, signer.title, signer.name].compactMap(\.?.value))
        }
        text.list("CĂN CỨ", bases.map(\.value.printed))
    }

    private func writeSections(_ text: inout OutlineText) {
        guard !sections.isEmpty else { return }
        text.title("BỐ CỤC")
        for section in sections {
            let depth = section.label.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: ".") ? 1 : 0) }
            let blanks = String(repeating: "  ", count: min(depth, 6))
            text.paragraph("\(blanks)\(section.label)  \(section.title.value)", indent: blanks.utf8.count + 4)
        }
    }

    /// Who does what by when, a numbered entry each.
    private func writeTasks(_ text: inout OutlineText) {
        text.title("NHIỆM VỤ (\(tasks.count))")
        for (index, task) in tasks.enumerated() {
            text.paragraph("\(index + 1). [\(task.at ?? "bảng")] \(task.text.value)", indent: 4)
            text.field("    Chủ trì", task.lead.isEmpty ? ["(chưa nêu)"] : task.lead.map(\.value))
            text.field("    Phối hợp", task.with.map(\.value))
            let time = task.when.map(\.printed) ?? task.timeWords?.value
            text.field("    Thời gian", time.map { [$0] } ?? [])
        }
    }

    private func writeReports(_ text: inout OutlineText) {
        text.list(
            "BÁO CÁO",
            reports.map { report in
                let from = report.from.map(\.value).joined(separator: "; ")
                let to = report.to.map(\.value).joined(separator: "; ")
                let by =
                    report.by.map { Found<When>(.by($0.value), range: $0.range, rule: $0.rule).printed }
                    ?? report.timeWords?.value ?? (report.returns ? "(định kỳ)" : "(chưa nêu thời hạn)")
                return "\(from.isEmpty ? "(chưa nêu)" : from) → \(to.isEmpty ? "(chưa nêu)" : to): \(by)"
            })
    }

    /// "nhiệm vụ 3", or "dòng 12" for what lies outside the tasks.
    private func place(of range: SourceRange) -> String {
        if let task = tasks.firstIndex(where: {
            $0.range.lower <= range.lower && range.upper <= $0.range.upper
        }
        ) {
            return "nhiệm vụ \(task + 1)"
        }
        var lower = 0
        var upper = lineStarts.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if lineStarts[middle] <= range.lower { lower = middle + 1 } else { upper = middle }
        }
        return "dòng \(max(lower, 1))"
    }
}

extension Citation {
    /// "33-NQ/TW ngày 28/9/2018".
    var printed: String { date.map { "\(number) ngày \($0.printed)" } ?? number }
}

extension ReadContact {
    fileprivate var printed: String {
        [name.value, title?.value, phone.map { PhoneMask.maskedWhole($0.value) }].compactMap(\.self)
            .joined(separator: ", ")
    }
}

extension Found<When> {
    /// As `When.printed`; "trước 15/11/2026" where the words exclude the day.
    fileprivate var printed: String {
        guard case .by(let date) = value, rule.hasSuffix(".before") else { return value.printed }
        return "trước \(date.printed)"
    }
}

extension When {
    /// As the screens print it in Vietnamese.
    package var printed: String {
        switch self {
        case .by(let date): "chậm nhất \(date.day != nil && date.month != nil ? "ngày " : "")\(date.printed)"
        case .between(let from, let to): "từ \(from.printed) đến \(to.printed)"
        case .continuous: "thường xuyên"
        case .yearly: "hằng năm"
        }
    }
}
