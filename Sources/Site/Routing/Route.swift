import Markup

/// A value that may stand in a path.
protocol PathValue: Sendable {
    /// As it stands between two slashes, not yet encoded.
    var pathText: String { get }
    /// Nil where the text can't be one; the visitor then gets 404.
    init?(pathText: String)
}

extension String: PathValue {
    var pathText: String { self }
    init?(pathText: String) { self = pathText }
}

/// One address of the site, for matching requests and for links alike.
///
/// The pattern's parts that begin with `:` take the values in their order; a test holds their number equal.
struct Route<each Value: PathValue>: Sendable {
    /// Such as `/plans/:plan/file`.
    let pattern: String
    private let segments: [String]

    init(_ pattern: String, _: repeat (each Value).Type) {
        self.pattern = pattern
        segments = pattern.split(separator: "/").map(String.init)
    }

    /// The address with its values filled in.
    func callAsFunction(_ value: repeat each Value) -> Link {
        var texts: [String] = []
        for one in repeat each value { texts.append(one.pathText) }
        texts.reverse()
        return Link(path: segments.map { $0.hasPrefix(":") ? texts.popLast() ?? "" : $0 })
    }

    /// How many values the pattern has room for, and how many it takes.
    var counts: (inPattern: Int, taken: Int) {
        var taken = 0
        for _ in repeat (each Value).self { taken += 1 }
        return (segments.count { $0.hasPrefix(":") }, taken)
    }
}
