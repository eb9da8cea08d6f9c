/// A heading with what stands directly under it.
struct OutlineNode: Sendable {
    var label: Label
    var path: String
    /// Index of the heading's block.
    var block: Int
    var title: Range<Int>
    /// Blocks under the heading, up to the next heading of any level.
    var own: [Int] = []
    var parent: Int?
    /// Nodes directly below.
    var children: [Int] = []
    /// Who is named by the heading, or by the nearest heading above.
    var parties: [Found<String>] = []
    /// The heading itself names the party.
    var isParty = false
    /// Text after "Party:", if any.
    var inline: Range<Int> = 0..<0
    /// Who helps with each of the duties that a lead-in opens: "Sở X phối hợp với Sở Y thực hiện:".
    var helpers: [Found<String>] = []
    /// Whose duties stand below, where the last line under the heading is a lead-in: "Giao X có trách nhiệm:".
    var opened: [Found<String>] = []
}

extension Reading {
    /// Builds the tree of headings; blocks before the first heading hang on none.
    func outline(_ range: Range<Int>) -> (nodes: [OutlineNode], loose: [Int]) {
        var nodes: [OutlineNode] = []
        var loose: [Int] = []
        var stack: [Int] = []
        for index in range {
            guard case .section(let label) = blocks[index].kind else {
                if let last = nodes.indices.last {
                    nodes[last].own.append(index)
                } else {
                    loose.append(index)
                }
                continue
            }
            while let top = stack.last, rank(nodes[top].label) >= rank(label) { stack.removeLast() }
            let parent = stack.last
            let path = path(label, stack, nodes)
            nodes.append(
                OutlineNode(label: label, path: path, block: index, title: blocks[index].body, parent: parent)
            )
            if let parent { nodes[parent].children.append(nodes.count - 1) }
            stack.append(nodes.count - 1)
        }
        return (nodes, loose)
    }

    private func rank(_ label: Label) -> Int {
        switch label.kind {
        case .part: 0
        case .roman: 1
        case .decimal: 1 + label.depth
        case .letter: 10
        }
    }

    /// A decimal's own number holds those of its parents; a letter or Roman number is added to the path above.
    private func path(_ label: Label, _ stack: [Int], _ nodes: [OutlineNode]) -> String {
        let above: Int?
        if label.kind == .decimal {
            above = stack.last { nodes[$0].label.kind != .decimal }
        } else {
            above = stack.last
        }
        return above.map { "\(nodes[$0].path).\(label.text)" } ?? label.text
    }
}
