/// Where the parts of the document stand, as ranges of lines.
struct Layout: Sendable {
    /// Letterhead, number, dateline of the plan or of the decision around it.
    var header = 0..<0
    /// The decision that the plan is attached to, without its header.
    var wrapper = 0..<0
    /// The line that names the type.
    var kindLine: Int?
    /// Tokens of `kindLine` that are the type itself.
    var kindLength = 0
    var kind = ""
    var title = 0..<0
    /// Tokens of an official letter's "V/v …", piece by piece as its lines broke.
    var subject: [Range<Int>] = []
    var preamble = 0..<0
    var body = 0..<0
    /// Nơi nhận and signature, mixed as the columns fell.
    var closing = 0..<0
    var annex = 0..<0
    /// Typical width of a full line, in characters; 0 where lines are whole paragraphs.
    var fullWidth = 0
}
