/// A part of the country, or the place of a device in it: the whole (`vn`), a province (`15`), or a commune in its
/// province (`15/02701`).
///
/// Codes are those of Decision 19/2025/QĐ-TTg: two digits and five. A commune's code doesn't tell its province, so
/// both are written.
package struct Area: Sendable, Hashable, CustomStringConvertible {
    private let province: ExactText?
    private let commune: ExactText?

    package static let country = Area(province: nil, commune: nil)

    private init(province: ExactText?, commune: ExactText?) {
        self.province = province
        self.commune = commune
    }

    /// Nil for any other form.
    package init?(_ text: ExactText) {
        if text == "vn" {
            self = .country
            return
        }
        let parts = text.string.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, Self.isCode(parts[0], digits: 2),
            parts.dropFirst().allSatisfy({ Self.isCode($0, digits: 5) })
        else { return nil }
        province = ExactText(String(parts[0]))
        commune = parts.count == 2 ? ExactText(String(parts[1])) : nil
    }

    private static func isCode(_ text: Substring, digits: Int) -> Bool {
        text.utf8.count == digits && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }

    package var text: ExactText {
        guard let province else { return "vn" }
        guard let commune else { return province }
        return ExactText("\(province)/\(commune)")
    }

    package var description: String { text.string }

    /// The area right around this one; nil for the whole country.
    package var parent: Area? {
        if commune != nil { return Area(province: province, commune: nil) }
        return province == nil ? nil : .country
    }

    /// Whether all of the other area lies in this one.
    package func contains(_ other: Area) -> Bool {
        sequence(first: other) { $0.parent }.contains(self)
    }

    package func overlaps(_ other: Area) -> Bool { contains(other) || other.contains(self) }
}

/// Areas of which one alone is asked whether it has a place.
package struct AreaSet: Sendable, Hashable {
    package let areas: [Area]
    private let known: Set<Area>

    package init(_ areas: [Area]) {
        self.areas = areas.sorted { $0.text < $1.text }
        known = Set(areas)
    }

    /// More areas than the country has communes.
    static let limit = 4000

    init(_ fields: TUF.FieldReader, _ field: ExactText) throws(TUF.Refused) {
        self.init(try fields.ascending(field, limit: Self.limit) { Area($0) })
    }

    var json: JSON { JSON(areas.map(\.text)) }

    /// Whether one of the areas has all of that place.
    package func contains(_ place: Area) -> Bool {
        sequence(first: place) { $0.parent }.contains { known.contains($0) }
    }

    /// Whether one of the areas lies in that place, or has it.
    package func overlaps(_ place: Area) -> Bool {
        contains(place) || areas.contains { place.contains($0) }
    }
}
