/// Symbols that no authority bears, with the likely right ones.
enum SymbolTable {
    private static let impossible: [(ending: String, right: String)] = [
        ("/QĐ-CP", "/QĐ-TTg"), ("/CT-CP", "/CT-TTg"), ("/TT-CP", "/TT-TTg"), ("/CĐ-CP", "/CĐ-TTg"),
        ("/NĐ-TTg", "/NĐ-CP"),
        ("/NQ-TTg", "/NQ-CP"), ("/NĐ-UBND", "/NQ-HĐND"), ("/NQ-UBND", "/NQ-HĐND"), ("/QĐ-HĐND", "/NQ-HĐND"),
        ("/TTg", "/CT-TTg"),
        ("/TT-UBND", "/TB-UBND"), ("/NĐ-BTTTT", "/TT-BTTTT"),
    ]

    /// The number as it was probably meant; nil where the symbol is possible.
    static func suggestion(for number: String) -> String? {
        for (ending, right) in impossible where number.hasSuffix(ending) {
            let digits = number.dropLast(ending.count)
            guard digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 || $0 == UInt8(ascii: "/") }) else {
                continue
            }
            return digits + right
        }
        return nil
    }
}
