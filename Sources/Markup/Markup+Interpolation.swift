extension Markup {
    /// What may stand inside `\( )` of a markup literal.
    package struct StringInterpolation: StringInterpolationProtocol {
        package typealias StringLiteralType = StaticString

        var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        /// Text, escaped.
        package mutating func appendInterpolation(_ text: some StringProtocol) {
            Escaping.append(text, to: &bytes)
        }

        /// Text where there is one, escaped.
        package mutating func appendInterpolation(_ text: String?) {
            if let text { Escaping.append(text, to: &bytes) }
        }

        /// A whole number, in digits without grouping.
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            bytes.append(contentsOf: String(number).utf8)
        }

        /// Markup made elsewhere, as it is.
        package mutating func appendInterpolation(_ markup: Markup) {
            bytes.append(contentsOf: markup.bytes)
        }

        /// Markup where there is some.
        package mutating func appendInterpolation(_ markup: Markup?) {
            if let markup { bytes.append(contentsOf: markup.bytes) }
        }

        /// An address, for attributes such as `href` and `action`.
        package mutating func appendInterpolation(_ link: Link) {
            Escaping.append(link.address, to: &bytes)
        }

        /// One piece for each element.
        package mutating func appendInterpolation<Elements: Sequence>(
            each elements: Elements, _ piece: (Elements.Element) -> Markup
        ) {
            for element in elements { bytes.append(contentsOf: piece(element).bytes) }
        }

        /// One piece for each element, or `otherwise` where there is none.
        package mutating func appendInterpolation<Elements: Collection>(
            each elements: Elements, _ piece: (Elements.Element) -> Markup,
            otherwise: @autoclosure () -> Markup
        ) {
            if elements.isEmpty {
                bytes.append(contentsOf: otherwise().bytes)
            } else {
                appendInterpolation(each: elements, piece)
            }
        }

        /// A piece that stands only where the condition holds.
        package mutating func appendInterpolation(
            when condition: Bool, _ piece: @autoclosure () -> Markup,
            otherwise: @autoclosure () -> Markup = .empty
        ) {
            bytes.append(contentsOf: condition ? piece().bytes : otherwise().bytes)
        }

        /// A piece that needs a value, where there is one.
        package mutating func appendInterpolation<Value>(
            when value: Value?, _ piece: (Value) -> Markup, otherwise: @autoclosure () -> Markup = .empty
        ) {
            bytes.append(contentsOf: value.map { piece($0).bytes } ?? otherwise().bytes)
        }
    }
}
