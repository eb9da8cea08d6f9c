/// A JSON value as signed metadata may hold it: whole numbers only, and no name twice in an object.
package enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case text(ExactText)
    case array([JSON])
    case object(JSONObject)

    package static func text(_ string: String) -> JSON { .text(ExactText(string)) }
}

/// The members of an object, ascending by the bytes of their names.
package struct JSONObject: Sendable, Hashable {
    package struct Member: Sendable, Hashable {
        package var name: ExactText
        package var value: JSON
    }

    package private(set) var members: [Member]

    package init() {
        members = []
    }

    /// - Parameter ascending: members in order, no name twice.
    init(ascending members: [Member]) {
        self.members = members
    }

    /// Nil when a name occurs twice.
    package init?(unsorted: [Member]) {
        var members = unsorted
        if zip(members, members.dropFirst()).contains(where: { !($0.name < $1.name) }) {
            members.sort { $0.name < $1.name }
            guard !zip(members, members.dropFirst()).contains(where: { $0.name == $1.name }) else {
                return nil
            }
        }
        self.members = members
    }

    package var isEmpty: Bool { members.isEmpty }

    package subscript(name: ExactText) -> JSON? {
        get {
            let at = position(of: name)
            guard at < members.count, members[at].name == name else { return nil }
            return members[at].value
        }
        set {
            let at = position(of: name)
            let isThere = at < members.count && members[at].name == name
            switch (newValue, isThere) {
            case (let value?, true): members[at].value = value
            case (let value?, false): members.insert(Member(name: name, value: value), at: at)
            case (nil, true): members.remove(at: at)
            case (nil, false): break
            }
        }
    }

    /// All members but the named ones: what a reader doesn't know and must keep.
    package func besides(_ names: [ExactText]) -> JSONObject {
        guard members.contains(where: { !names.contains($0.name) }) else { return JSONObject() }
        var rest = self
        rest.members.removeAll { names.contains($0.name) }
        return rest
    }

    /// Where the name is or would be.
    private func position(of name: ExactText) -> Int {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].name < name { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (ExactText, JSON)...) {
        let object = JSONObject(unsorted: elements.map { Member(name: $0.0, value: $0.1) })
        guard let object else { preconditionFailure("A literal names a member twice.") }
        self = object
    }
}
