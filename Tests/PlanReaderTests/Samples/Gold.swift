import Foundation

/// A careful person's reading of a sample plan, and the measures by which a reading is compared with it.
struct Gold: Decodable {
    struct Cited: Decodable {
        var number: String?
        var date: String?
    }

    struct Heading: Decodable {
        var label: String
        var title: String
    }

    struct Time: Decodable, Equatable {
        var kind: String
        var date: String?
        var from: String?
        var to: String?
    }

    struct Duty: Decodable {
        var at: String?
        var text: String
        var lead: [String]
        var with: [String]
        var when: Time?
    }

    struct Report: Decodable {
        var from: [String]
        var to: [String]
        var by: String?
    }

    struct Contact: Decodable {
        var name: String
        var phone: String?
    }

    struct Signer: Decodable {
        var name: String?
    }

    var kind: String?
    var number: String?
    var title: String
    var issuer: String?
    var issuer_also: [String]?
    var date: String?
    var signer: Signer?
    var bases: [Cited]
    var citations: [Cited]
    var sections: [Heading]
    var tasks: [Duty]
    var reports: [Report]
    var recipients: [String]
    var contacts: [Contact]
}

enum Score {
    /// F1 by field, for the fields that either side has.
    static func fields(_ gold: Gold, _ read: Gold) -> [String: Double] {
        var result: [String: Double] = ["title": near(bare(gold.title), bare(read.title), 0.8) ? 1 : 0]
        for (name, left, right) in [
            ("kind", gold.kind, read.kind), ("number", gold.number, read.number),
            ("date", gold.date, read.date),
        ]
        where left != nil || right != nil {
            result[name] = bare(left ?? "") == bare(right ?? "") ? 1 : 0
        }
        let names = [gold.issuer ?? ""] + (gold.issuer_also ?? [])
        result["issuer"] = names.contains { sameParty($0, read.issuer ?? "") } ? 1 : 0
        result["signer"] = bare(gold.signer?.name ?? "") == bare(read.signer?.name ?? "") ? 1 : 0
        func cited(_ left: Gold.Cited, _ right: Gold.Cited) -> Bool {
            bare(left.number ?? "") == bare(right.number ?? "")
                && (left.date == nil || left.date == right.date)
        }
        result["bases"] = f1(gold.bases, read.bases, cited)
        result["citations"] = f1(gold.citations, read.citations, cited)
        result["sections"] = f1(gold.sections, read.sections) {
            bare($0.label) == bare($1.label) && words($0.title, 5) == words($1.title, 5)
        }
        result["recipients"] = f1(gold.recipients, read.recipients) { words($0, 6) == words($1, 6) }
        result["contacts"] = f1(gold.contacts, read.contacts) {
            bare($0.name) == bare($1.name) && bare($0.phone ?? "") == bare($1.phone ?? "")
        }
        result["reports"] = f1(gold.reports, read.reports) {
            $0.by == $1.by && meet($0.from, $1.from) && meet($0.to, $1.to)
        }
        for (name, value) in tasks(gold.tasks, read.tasks) { result[name] = value }
        return result
    }

    private static func tasks(_ gold: [Gold.Duty], _ read: [Gold.Duty]) -> [String: Double?] {
        var left = read
        var pairs: [(Gold.Duty, Gold.Duty)] = []
        for task in gold {
            let partners = left.indices.filter { same(task, left[$0]) }
            guard let best = partners.first(where: { left[$0].at == task.at }) ?? partners.first else {
                continue
            }
            pairs.append((task, left.remove(at: best)))
        }
        func parties(_ path: (Gold.Duty) -> [String]) -> Double? {
            let hits = pairs.reduce(0) { $0 + paired(path($1.0), path($1.1), sameParty) }
            return f1(hits, read.reduce(0) { $0 + path($1).count }, gold.reduce(0) { $0 + path($1).count })
        }
        let times = pairs.count { $0.0.when != nil && $0.0.when == $0.1.when }
        return [
            "tasks": f1(pairs.count, read.count, gold.count), "lead": parties(\.lead),
            "with": parties(\.with),
            "when": f1(times, read.count { $0.when != nil }, gold.count { $0.when != nil }),
        ]
    }

    private static func same(_ left: Gold.Duty, _ right: Gold.Duty) -> Bool {
        let (ours, theirs) = (words(left.text, 8), words(right.text, 8))
        return !ours.isEmpty && !theirs.isEmpty
            && (bare(right.text).contains(ours) || bare(left.text).contains(theirs))
    }

    private static func meet(_ left: [String], _ right: [String]) -> Bool {
        left.isEmpty && right.isEmpty || paired(left, right, sameParty) > 0
    }

    static func bare(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.lowercased().split {
            !$0.isLetter && !$0.isNumber && $0 != "_"
        }.joined(separator: " ")
    }

    private static func words(_ text: String, _ count: Int) -> String {
        bare(text).split(separator: " ").prefix(count).joined(separator: " ")
    }

    private static func near(_ left: String, _ right: String, _ least: Double) -> Bool {
        guard !left.isEmpty, !right.isEmpty, left.contains(right) || right.contains(left) else {
            return false
        }
        return Double(min(left.count, right.count)) / Double(max(left.count, right.count)) > least
    }

    private static func sameParty(_ left: String, _ right: String) -> Bool {
        let (ours, theirs) = (bare(left), bare(right))
        return !ours.isEmpty && ours == theirs
            || min(ours.count, theirs.count) >= 8 && near(ours, theirs, 0.6)
    }

    private static func paired<Value>(_ gold: [Value], _ read: [Value], _ same: (Value, Value) -> Bool) -> Int
    {
        var left = read
        return gold.count { entry in
            guard let index = left.firstIndex(where: { same(entry, $0) }) else { return false }
            left.remove(at: index)
            return true
        }
    }

    private static func f1<Value>(_ gold: [Value], _ read: [Value], _ same: (Value, Value) -> Bool) -> Double?
    {
        f1(paired(gold, read, same), read.count, gold.count)
    }

    private static func f1(_ hits: Int, _ read: Int, _ gold: Int) -> Double? {
        if read == 0, gold == 0 { return nil }
        return hits == 0 ? 0 : 2 * Double(hits) / Double(read + gold)
    }
}
