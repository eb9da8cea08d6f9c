/// A name for one thing of one kind: a plan's identifier can't be passed for an account's.
///
/// Made by `IdentifierMaker` as 26 lower-case letters and digits that sort by the time of making;
/// safe in an address.
package struct Identifier<Owner>: RawRepresentable, Hashable, Comparable, Codable, Sendable,
    CustomStringConvertible
{
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package static func < (one: Self, other: Self) -> Bool {
        one.rawValue < other.rawValue
    }

    package var description: String { rawValue }
}
