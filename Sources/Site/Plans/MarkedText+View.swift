import Markup

extension MarkedText {
    /// The lines as paragraphs; each found thing begins with an anchor, each task with a link to its entry.
    func view(_ screen: Screen) -> Markup {
        "\(each: lines, { line(screen, $0) })"
    }

    private func line(_ screen: Screen, _ line: Line) -> Markup {
        """
        <p class="line\(when: line.isBlank, " blank")" id="line-\(line.number)" data-start="\(line.start)">\
        \(when: !line.isBlank, "<a class=\"at\" href=\"#line-\(line.number)\" tabindex=\"-1\" aria-hidden=\"true\">\(line.number)</a>")\
        \(each: line.runs, { run(screen, $0) })</p>

        """
    }

    private func run(_ screen: Screen, _ run: Run) -> Markup {
        if run.kinds.isEmpty { return "\(run.text)" }
        let names = run.kinds.map(\.rawValue).joined(separator: " ")
        return """
            \(each: run.begins, { begin in
                """
                <span class="only-heard" id="m-\(begin.id)"></span>\
                \(when: begin.sign, { "<a class=\"tip\" href=\"#f-\(begin.id)\" aria-label=\"\(screen, .taskSign($0))\">\($0)</a>" })
                """
            })\
            <mark class="m \(names)" data-found="\(run.ids.joined(separator: " "))">\(run.text)</mark>
            """
    }
}
