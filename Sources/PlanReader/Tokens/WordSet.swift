/// Words of the vocabulary, asked for by number.
struct WordSet: Sendable {
    private var holds: [Bool]

    init(_ vocabulary: inout Vocabulary, _ words: [String]) {
        let numbers = words.map { Int(vocabulary.number($0)) }
        holds = [Bool](repeating: false, count: (numbers.max() ?? 0) + 1)
        for number in numbers { holds[number] = true }
    }

    func contains(_ token: Token) -> Bool {
        token.kind == .word && token.word != 0 && Int(token.word) < holds.count && holds[Int(token.word)]
    }
}
