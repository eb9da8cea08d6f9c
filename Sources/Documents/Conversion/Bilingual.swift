/// One sentence for a person in both languages of the screen.
package struct Bilingual: Sendable, Hashable {
    package let vietnamese: String
    package let english: String

    package init(vietnamese: String, english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }
}
