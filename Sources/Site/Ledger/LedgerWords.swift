import Domain
import Foundation
import Markup
import Operations

/// What an entry of the ledger says, in words; the entry itself stays as it was hashed.
struct LedgerWords: Sendable {
    var agencyNames: [Agency.ID: String]

    /// What was done it to, as a link where it has a page.
    func subject(_ screen: Screen, _ row: LedgerRow) -> Markup {
        let name = row.subjectName ?? fields(row)["title"] ?? fields(row)["name"]
        guard let name else {
            return
                "\(screen, Phrase.subject(row.entry.subjectKind)) <span class=\"soft\">(\(screen, .noLonger))</span>"
        }
        if row.entry.subjectKind == "plan", row.subjectName != nil {
            return "<a href=\"\(Routes.plan(row.entry.subjectID))\" lang=\"vi\">\(name)</a>"
        }
        return "<span lang=\"vi\">\(name)</span>"
    }

    /// The entry's detail, piece by piece in a fixed order; what only machines compare is left out.
    ///
    /// Names and reasons are as people here wrote them, whatever the screen's language.
    func detail(_ screen: Screen, _ row: LedgerRow) -> Markup {
        let fields = fields(row)
        let language = screen.language
        var words: [Markup] = []
        func add(_ name: String, _ phrase: (String) -> Phrase) {
            if let value = fields[name], !value.isEmpty { words.append("\(screen, phrase(value))") }
        }
        if let to = fields["to"].flatMap(Plan.State.init(rawValue:)) {
            let from = fields["from"].flatMap(Plan.State.init(rawValue:))
            if from != to {
                words.append("\(from.map { "\($0.name[language]) → " })\(screen, to.name)")
            }
        }
        if let number = fields["number"], !number.isEmpty {
            words.append("\(screen, Phrase("số", "number")) <span lang=\"vi\">\(number)</span>")
        }
        add("tasks") { Phrase("\($0) nhiệm vụ", "\($0) tasks") }
        if fields["carried"] != "0" {
            add("carried") { Phrase("\($0) nhiệm vụ được chuyển sang", "\($0) duties carried over") }
        }
        if fields["withoutLead"] != "0" {
            add("withoutLead") { Phrase("\($0) nhiệm vụ chưa rõ chủ trì", "\($0) without a lead") }
        }
        if let reason = fields["reason"], !reason.isEmpty {
            words.append("\(screen, Phrase("lý do", "reason")): <span lang=\"vi\">“\(reason)”</span>")
        }
        add("corrections") { Phrase("lần sửa \(Self.span($0))", "corrections \(Self.span($0))") }
        add("correction") { Phrase("lần sửa \($0)", "correction \($0)") }
        if fields["conflicts"] != "0" {
            add("conflicts") { Phrase("\($0) chỗ cần kiểm tra lại", "\($0) places to check") }
        }
        if let role = fields["role"].flatMap(Role.init(rawValue:)) { words.append("\(screen, role.name)") }
        if row.entry.subjectKind == "account", let id = fields["agency"], !id.isEmpty {
            words.append("<span lang=\"vi\">\(agencyNames[Agency.ID(id)] ?? id)</span>")
        }
        if fields["way"] == "openid" {
            words.append("\(screen, Phrase("qua hệ thống đăng nhập chung", "by the sign-in provider"))")
        }
        if row.entry.subjectKind == "account" { add("issuer") { Phrase($0, $0) } }
        add("secondFactor") { value in
            switch value {
            case "removed": Phrase("tắt xác thực lớp thứ hai", "second factor removed")
            case "provider":
                Phrase("xác thực lớp thứ hai ở nơi đăng nhập chung", "with the provider’s second factor")
            default: Phrase("có xác thực lớp thứ hai", "with the second factor")
            }
        }
        return words.joined(separator: "; ")
    }

    /// "4-4" is one.
    private static func span(_ text: String) -> String {
        let ends = text.split(separator: "-")
        return ends.count == 2 && ends[0] == ends[1] ? String(ends[0]) : text.replacing("-", with: "–")
    }

    private func fields(_ row: LedgerRow) -> [String: String] {
        // What can't be read as such shows no detail here; the audit tells that it is damaged.
        (try? JSONDecoder().decode([String: String].self, from: Data(row.entry.detail.utf8))) ?? [:]
    }
}
