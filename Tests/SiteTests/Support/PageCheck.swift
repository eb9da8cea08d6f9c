import Foundation

/// What can be said of a page without a browser: balanced tags, unique ids, labels, one heading, links that lead somewhere.
struct PageCheck {
    private(set) var faults: [String] = []
    private(set) var links: [String] = []
    private var ids: Set<String> = []
    private var labelled: Set<String> = []
    private var fields: [(name: String, id: String?, hasLabel: Bool)] = []
    private var headings = 0

    private static let empty: Set<String> = ["meta", "link", "input", "br", "img", "path"]

    init(_ html: String) {
        var open: [String] = []
        for match in html.matches(of: /<(\/?)([a-zA-Z0-9!]+)((?:[^>"]|"[^"]*")*)>/) {
            let (isClosing, name, rest) = (!match.1.isEmpty, String(match.2), String(match.3))
            if name.hasPrefix("!") { continue }
            if isClosing {
                if open.last == name {
                    open.removeLast()
                } else {
                    faults.append("</\(name)> closes \(open.last ?? "nothing")")
                }
                continue
            }
            read(name, rest, isInLabel: open.contains("label"))
            if !Self.empty.contains(name), !rest.hasSuffix("/") { open.append(name) }
        }
        if !open.isEmpty { faults.append("left open: \(open)") }
        if headings != 1 { faults.append("\(headings) h1") }
        for field in fields where !field.hasLabel && field.id.map(labelled.contains) != true {
            faults.append("no label: \(field.name) \(field.id ?? "")")
        }
        if html.contains("style=\"") || html.contains("onclick=") { faults.append("inline style or script") }
        if html.contains("&amp;amp;") || html.contains("&amp;lt;") { faults.append("escaped twice") }
    }

    private mutating func read(_ name: String, _ rest: String, isInLabel: Bool) {
        var attributes: [String: String] = [:]
        for match in rest.matches(of: /([a-zA-Z-]+)(?:="([^"]*)")?/) {
            if attributes[String(match.1)] != nil { faults.append("\(name) has \(match.1) twice") }
            attributes[String(match.1)] = match.2.map(String.init) ?? ""
        }
        if let id = attributes["id"], !ids.insert(id).inserted { faults.append("id \(id) twice") }
        if name == "h1" { headings += 1 }
        if name == "label", let target = attributes["for"] { labelled.insert(target) }
        if name == "form", attributes["method"] == "post", attributes["action"] == nil {
            faults.append("form without action")
        }
        if ["input", "select", "textarea"].contains(name), attributes["type"] != "hidden" {
            fields.append((name, attributes["id"], isInLabel || attributes["aria-label"] != nil))
        }
        for address in [attributes["href"], attributes["src"], attributes["action"]].compactMap({ $0 }) {
            links.append(address.replacingOccurrences(of: "&amp;", with: "&"))
        }
    }
}
