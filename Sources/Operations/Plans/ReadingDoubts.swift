import Domain
import SQL
import Store

/// What a person should look at first in a reading, beside what the reader itself warns of.
enum ReadingDoubts {
    /// Code of the warning that letters were read from pictures.
    static let recognised = "recognised"

    /// Code of the hint that another plan has the title.
    static let sameTitle = "sameTitle"

    /// Adds a warning where nothing was read that a plan has, and where the text came from pictures.
    ///
    /// - Parameter isRecognised: letters were read from pictures, whose digits are the first to go wrong.
    static func add(to draft: inout PlanDraft, isRecognised: Bool) {
        draft.warnings += absences(in: draft)
        if isRecognised {
            draft.warnings.append(
                DraftWarning(
                    id: recognised, code: recognised,
                    vietnamese:
                        "Chữ được nhận dạng từ ảnh: hãy so từng ngày, tháng, năm và số, ký hiệu với bản gốc.",
                    english: "The text was recognised from pictures: compare every date and number.",
                    range: draft.date?.range ?? draft.number?.range))
        }
    }

    /// What every plan has and a draft lacks.
    static func absences(in draft: PlanDraft) -> [DraftWarning] {
        var warnings: [DraftWarning] = []
        if draft.tasks.isEmpty {
            warnings.append(
                DraftWarning(
                    id: "noTasks", code: "noTasks",
                    vietnamese:
                        "Không đọc được nhiệm vụ nào trong văn bản; hãy đối chiếu với bản gốc và thêm nhiệm vụ.",
                    english: "No task was read; compare with the original and add the tasks.", range: nil))
        }
        let missing = [
            draft.signerName == nil ? ("người ký", "who signed it") : nil,
            draft.recipients.isEmpty ? ("nơi nhận", "recipients") : nil,
            draft.date == nil ? ("ngày ban hành", "its date") : nil,
        ].compactMap { $0 }
        if !missing.isEmpty {
            warnings.append(
                DraftWarning(
                    id: "notFound", code: "notFound",
                    vietnamese: "Không tìm thấy \(missing.map(\.0).joined(separator: ", ")) trong văn bản.",
                    english: "Not found in the document: \(missing.map(\.1).joined(separator: ", ")).",
                    range: nil))
        }
        return warnings
    }

    /// Adds a hint where a plan with the same title and year stands already: the same paper may have come
    /// twice, as a scan and as a file.
    static func addSameTitle(to draft: inout PlanDraft, others: [Plan]) {
        let year = draft.date?.value.year
        guard let other = others.first(where: { $0.date?.year == year || $0.date == nil || year == nil })
        else {
            return
        }
        let day = CalendarDay(inVietnamAt: other.receivedAt).description.split(separator: "-").reversed()
            .joined(separator: "/")
        draft.warnings.append(
            DraftWarning(
                id: sameTitle, code: sameTitle,
                vietnamese:
                    "Đã có văn bản cùng trích yếu, tiếp nhận ngày \(day); kiểm tra xem có phải cùng một kế hoạch không.",
                english: "A document of the same title was received on \(day); is it the same plan?",
                range: draft.title.range))
    }
}

extension PlanDraft {
    /// Its text was read from pictures.
    var isRecognised: Bool { warnings.contains { $0.code == ReadingDoubts.recognised } }
}
