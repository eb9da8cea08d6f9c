extension Reading {
    /// The cells of one signer where two sign side by side.
    ///
    /// The right-hand one, where the agency that leads signs, and the head beside who drew up the plan.
    func oneSigner(_ cells: [Range<Int>]) -> [Range<Int>] {
        let isJoint = cells.indices.contains { index in
            isRightCell(index, cells) && isName(cells[index]) && isName(cells[index - 1])
        }
        guard isJoint else { return cells }
        let right = cells.indices.filter { isRightCell($0, cells) }.map { cells[$0] }
        return right.contains { hasOffice($0) } ? right : cells
    }

    /// Another cell of the signature stands before it on its line.
    private func isRightCell(_ index: Int, _ cells: [Range<Int>]) -> Bool {
        index > 0 && !lineTokens[cells[index].lowerBound].flags.contains(.lineBefore)
            && cells[index - 1].upperBound == cells[index].lowerBound
    }
}
