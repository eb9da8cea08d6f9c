/// What is said first of everything that rests on a demonstration's keys.
enum DemonstrationWords {
    static let warning =
        "DEMONSTRATION KEYS (khóa thử nghiệm): anybody may have them. What they sign proves nothing."

    /// The warning, where it is one.
    static func lines(_ isDemonstration: Bool) -> [String] { isDemonstration ? [warning] : [] }
}
