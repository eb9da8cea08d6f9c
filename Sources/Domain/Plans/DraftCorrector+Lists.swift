/// Items of lists: reports, recipients, contacts and citations.
extension DraftCorrector {
    /// Puts an item where its words stand among the others; one without words comes last.
    mutating func add<Item: ListedItem>(
        _ item: Item, by correction: Correction, mark: Confirmation?
    ) {
        var item = item
        item.confirmation = mark
        let items = draft[keyPath: Item.list]
        // One sentence may ask for two reports: a second one there is no doubt.
        if Item.self != ReportDuty.self, isRead(item.range, in: items, by: { $0.confirmation == nil }) {
            note(.foundAgain, correction)
        }
        let place = item.range.flatMap { range in
            items.firstIndex { $0.range.map { range < $0 } ?? false }
        }
        draft[keyPath: Item.list].insert(item, at: place ?? items.count)
    }

    /// The item keeps its name, and its words unless the value brings others.
    mutating func set<Item: ListedItem>(
        _ anchor: Anchor<Item>, to value: Item, by correction: Correction, mark: Confirmation?
    ) {
        changeListed(anchor, by: correction, mark: mark) { item in
            let old = item
            item = value
            item.id = old.id
            item.range = value.range ?? old.range
        }
    }

    mutating func changeListed<Item: ListedItem>(
        _ anchor: Anchor<Item>, by correction: Correction, mark: Confirmation?, _ body: (inout Item) -> Void
    ) {
        guard let found = match(anchor, in: draft[keyPath: Item.list]) else {
            return note(.targetMissing, correction)
        }
        if found.likeness < Self.surelySameLikeness { note(.targetChanged, correction) }
        body(&draft[keyPath: Item.list][found.index])
        draft[keyPath: Item.list][found.index].confirmation = mark
    }

    /// Gone already, by the reader or by another hand: what was wanted holds.
    mutating func delete<Item: ListedItem>(_ anchor: Anchor<Item>) {
        if let found = match(anchor, in: draft[keyPath: Item.list]) {
            draft[keyPath: Item.list].remove(at: found.index)
        }
    }
}
