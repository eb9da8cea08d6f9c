/// Judges whether the characters that a PDF carries for a page are its text.
struct TextLayer {
    /// Letters and digits of any script.
    let letters: Int
    /// Characters that no text has: replaced, private or control.
    let rubbish: Int

    init(_ text: String) {
        var letters = 0
        var rubbish = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                letters += 1
            } else if scalar == "\u{FFFD}" || scalar.properties.generalCategory == .privateUse
                || (scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace)
            {
                rubbish += 1
            }
        }
        self.letters = letters
        self.rubbish = rubbish
    }

    /// A page needs recognition when it has next to no letters, when fonts without a map to Unicode made rubbish of
    /// them, or when it is a scan that bears only stamps: a signature's words have about 200 letters, a full page 1,500.
    func needsRecognition(hasPicture: Bool) -> Bool {
        letters < 15 || rubbish * 5 > letters || (hasPicture && letters < 400)
    }
}
