extension TUF {
    /// A pattern of target names as in a shell: `*`, `?`, `[a-z]`, `[!a-z]`, none of which matches a `/`.
    struct PathPattern {
        private enum Step {
            case one(Unicode.Scalar)
            case any
            case many
            case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)

            func matches(_ scalar: Unicode.Scalar) -> Bool {
                switch self {
                case .one(let wanted): wanted == scalar
                case .any: true
                case .many: false
                case .set(let ranges, let isNegated): ranges.contains { $0 ~= scalar } != isNegated
                }
            }
        }

        private let parts: [[Step]]

        init(_ pattern: ExactText) {
            parts = Self.split(pattern).map(Self.steps)
        }

        func matches(_ target: ExactText) -> Bool {
            let names = Self.split(target)
            guard names.count == parts.count else { return false }
            return zip(parts, names).allSatisfy { Self.matches($0, Array($1)) }
        }

        private static func split(_ text: ExactText) -> [Substring.UnicodeScalarView] {
            text.string.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
        }

        /// A star that fits badly moves on by one; what stood before it never has to be tried again.
        ///
        /// So the time is bounded by the product of the lengths, whatever the pattern.
        private static func matches(_ steps: [Step], _ name: [Unicode.Scalar]) -> Bool {
            var (step, at) = (0, 0)
            var retry: (step: Int, at: Int)?
            while at < name.count {
                if step < steps.count, case .many = steps[step] {
                    retry = (step + 1, at)
                    step += 1
                } else if step < steps.count, steps[step].matches(name[at]) {
                    step += 1
                    at += 1
                } else if let last = retry {
                    retry = (last.step, last.at + 1)
                    (step, at) = (last.step, last.at + 1)
                } else {
                    return false
                }
            }
            return steps[step...].allSatisfy { if case .many = $0 { true } else { false } }
        }

        private static func steps(_ part: Substring.UnicodeScalarView) -> [Step] {
            let scalars = Array(part)
            var steps: [Step] = []
            var at = 0
            while at < scalars.count {
                switch scalars[at] {
                case "*": steps.append(.many)
                case "?": steps.append(.any)
                case "[":
                    if let (set, end) = set(scalars, from: at + 1) {
                        steps.append(set)
                        at = end
                    } else {
                        steps.append(.one("["))
                    }
                default: steps.append(.one(scalars[at]))
                }
                at += 1
            }
            return steps
        }

        /// The set behind a `[` and the place of its `]`; nil where none closes it, and the bracket means itself.
        private static func set(_ scalars: [Unicode.Scalar], from start: Int) -> (Step, Int)? {
            var at = start
            let isNegated = at < scalars.count && scalars[at] == "!"
            if isNegated { at += 1 }
            let first = at
            // A bracket that comes first is a member.
            guard let end = scalars.indices.first(where: { $0 > first && scalars[$0] == "]" }) else {
                return nil
            }
            var ranges: [ClosedRange<Unicode.Scalar>] = []
            while at < end {
                if at + 2 < end, scalars[at + 1] == "-" {
                    if scalars[at] <= scalars[at + 2] { ranges.append(scalars[at]...scalars[at + 2]) }
                    at += 3
                } else {
                    ranges.append(scalars[at]...scalars[at])
                    at += 1
                }
            }
            return (.set(ranges, isNegated: isNegated), end)
        }
    }
}
