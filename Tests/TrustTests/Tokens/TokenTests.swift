import Testing

@testable import Trust

struct TokenTests {
    private let token = Token(random: [UInt8](repeating: 0xab, count: 32))

    @Test func `A token reads back from its text, in either case`() {
        #expect(token.text.utf8.count == 64)
        #expect(Token(text: token.text) == token)
        #expect(Token(text: token.text.uppercased()) == token)
    }

    @Test(arguments: [
        "", "ab", String(repeating: "g", count: 64), String(repeating: "a", count: 66), "' OR 1=1 --",
    ])
    func `What can't be a token is none`(text: String) {
        #expect(Token(text: text) == nil)
    }

    @Test func `What the store keeps is not the token`() {
        #expect(token.digest.count == 32)
        #expect(Hexadecimal.encode(token.digest) != token.text)
        #expect(token.digest != Token(random: [UInt8](repeating: 0xac, count: 32)).digest)
    }

    @Test func `A form's token holds for its session only`() {
        let other = Token(random: [UInt8](repeating: 1, count: 32))
        let one = FormToken.make(formKey: token.formKey)
        #expect(FormToken.isValid(one, formKey: token.formKey))
        #expect(!FormToken.isValid(one, formKey: other.formKey))
        #expect(FormToken.make(formKey: token.formKey) != one)
    }

    @Test func `A form's token that was changed anywhere is refused`() {
        let text = FormToken.make(formKey: token.formKey)
        for index in text.indices {
            var changed = text
            changed.replaceSubrange(index...index, with: text[index] == "0" ? "1" : "0")
            #expect(!FormToken.isValid(changed, formKey: token.formKey))
        }
        #expect(!FormToken.isValid("", formKey: token.formKey))
        #expect(!FormToken.isValid(text + "00", formKey: token.formKey))
    }
}
