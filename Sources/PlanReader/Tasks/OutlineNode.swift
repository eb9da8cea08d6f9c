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
    /// How deep its label lies; greater is deeper.
    var rank: Int
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
            let rank = rank(label, stack, nodes)
            while let top = stack.last, nodes[top].rank >= rank { stack.removeLast() }
            let parent = stack.last
            let path = path(label, stack, nodes)
            nodes.append(
                OutlineNode(
                    label: label, path: path, block: index, title: blocks[index].body, parent: parent,
                    rank: rank))
            if let parent { nodes[parent].children.append(nodes.count - 1) }
            stack.append(nodes.count - 1)
        }
        return (nodes, loose)
    }

    private func rank(_ label: Label, _ stack: [Int], _ nodes: [OutlineNode]) -> Int {
        switch label.kind {
        case .part: 0
        case .roman: 1
        case .decimal: label.isBracketed ? bracketRank(label, stack, nodes) : 1 + label.depth
        case .letter: 10
        }
    }

    /// "1)" begins a level below an open "3." or "a)", and "2)" goes on in it; elsewhere they count as "1." and "2." do.
    private func bracketRank(_ label: Label, _ stack: [Int], _ nodes: [OutlineNode]) -> Int {
        if let before = stack.last(where: {
            nodes[$0].label.isBracketed && nodes[$0].label.value + 1 == label.value
        }) {
            return nodes[before].rank
        }
        guard label.value == 1,
            let above = stack.last(where: { nodes[$0].label.kind >= .decimal && !nodes[$0].label.isBracketed }
            )
        else { return 2 }
        return nodes[above].label.kind == .letter ? 11 : 9
    }

    /// A decimal's own number holds those of its parents; a letter or Roman number is added to the path above.
    private func path(_ label: Label, _ stack: [Int], _ nodes: [OutlineNode]) -> String {
        let holdsParents = label.kind == .decimal && !label.isBracketed
        let above = holdsParents ? stack.last { nodes[$0].label.kind != .decimal } : stack.last
        return above.map { "\(nodes[$0].path).\(label.text)" } ?? label.text
    }
}
