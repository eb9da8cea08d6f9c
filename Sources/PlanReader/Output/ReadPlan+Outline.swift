import Vietnamese

extension ReadPlan {
    /// The plan for reading in a terminal: head, outline, who does what by when, reports, warnings.
    ///
    /// Telephone numbers of persons are masked.
    package var outline: String {
        var lines: [String] = []
        lines.append(
            "\(kind?.value ?? "?")  \(number?.value ?? "(chưa có số)")  \(date?.value.printed ?? "")")
        lines.append(title?.value ?? "(không có tiêu đề)")
        if let issuer { lines.append("Cơ quan ban hành: \(issuer.value)") }
        if let signer {
            lines.append(
                "Người ký: "
                    + [signer.authority, signer.title, signer.name].compactMap(\.?.value).joined(
                        separator: ", "))
        }
        if !bases.isEmpty { lines.append("Căn cứ: " + bases.map(\.value.number).joined(separator: "; ")) }
        if !sections.isEmpty {
            lines.append("\nBỐ CỤC")
            for section in sections {
                let depth = section.label.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: ".") ? 1 : 0) }
                lines.append(
                    String(repeating: "  ", count: depth)
                        + "\(section.label)  \(shortened(section.title.value, 90))")
            }
        }
        lines.append("\nNHIỆM VỤ (\(tasks.count))")
        for task in tasks {
            lines.append("[\(task.at ?? "-")] \(shortened(task.text.value, 100))")
            let lead = task.lead.isEmpty ? "(chưa nêu)" : task.lead.map(\.value).joined(separator: "; ")
            lines.append("      chủ trì: \(lead)")
            if !task.with.isEmpty {
                lines.append("      phối hợp: " + task.with.map(\.value).joined(separator: "; "))
            }
            if let when = task.when { lines.append("      thời gian: \(when.value.printed)") }
        }
        if !reports.isEmpty {
            lines.append("\nBÁO CÁO")
            for report in reports {
                let from = report.from.map(\.value).joined(separator: "; ")
                let to = report.to.map(\.value).joined(separator: "; ")
                lines.append(
                    "\(from.isEmpty ? "?" : from) → \(to.isEmpty ? "?" : to): \(report.by?.value.printed ?? "(chưa nêu thời hạn)")"
                )
            }
        }
        if !contacts.isEmpty {
            lines.append("\nDANH SÁCH")
            for contact in contacts {
                lines.append(
                    [
                        contact.name.value, contact.title?.value,
                        contact.phone.map { PhoneMask.maskedWhole($0.value) },
                    ].compactMap(\.self).joined(separator: ", "))
            }
        }
        lines.append("\nCẢNH BÁO (\(warnings.count))")
        for warning in warnings { lines.append("- \(warning.vietnamese)") }
        return PhoneMask.masked(lines.joined(separator: "\n")) + "\n"
    }

    /// At most `limit` characters, cut at a word.
    private func shortened(_ text: String, _ limit: Int) -> String {
        guard text.count > limit else { return text }
        let cut = text.prefix(limit)
        return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + " …"
    }
}

extension When {
    /// As the screens print it in Vietnamese.
    package var printed: String {
        switch self {
        case .by(let date): "trước hoặc trong \(date.printed)"
        case .between(let from, let to): "\(from.printed) – \(to.printed)"
        case .continuous: "thường xuyên"
        case .yearly: "hằng năm"
        }
    }
}
