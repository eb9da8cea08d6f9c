/// What a word or phrase tells the grammar; the tables in `Words` give them out.
struct Cue: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    /// First word of a party's name in any case: "các sở", "đơn vị", "UBND".
    static let partyNoun = Cue(rawValue: 1 << 0)
    /// First word of a party's own name where it is capitalised: "Sở", "Ban", "Đài".
    static let agency = Cue(rawValue: 1 << 1)
    /// "các", "những", "mọi" before a party noun.
    static let plural = Cue(rawValue: 1 << 2)
    /// Administrative level: "tỉnh", "huyện", "xã".
    static let level = Cue(rawValue: 1 << 3)
    /// Belongs to the party before it: "liên quan", "trên địa bàn".
    static let qualifier = Cue(rawValue: 1 << 4)
    /// Verb of duty: "tổ chức", "xây dựng".
    static let duty = Cue(rawValue: 1 << 5)
    /// Comes between a doer and its verb: "chủ động", "có trách nhiệm".
    static let modal = Cue(rawValue: 1 << 6)
    /// Ends a party: "để", "theo", "trong".
    static let stop = Cue(rawValue: 1 << 7)
    static let lead = Cue(rawValue: 1 << 8)
    static let coordinate = Cue(rawValue: 1 << 9)
    /// Hands a duty to the party that follows: "đề nghị", "giao".
    static let ask = Cue(rawValue: 1 << 10)
    /// Opens a clause that comes before the doer: "căn cứ", "theo".
    static let intro = Cue(rawValue: 1 << 11)
    /// Opens a closing paragraph: "trên đây là".
    static let closing = Cue(rawValue: 1 << 12)
    /// Opens a preamble: "căn cứ", "thực hiện", "triển khai".
    static let preamble = Cue(rawValue: 1 << 13)
    /// A document's type: "kế hoạch", "quyết định".
    static let documentType = Cue(rawValue: 1 << 14)
    /// Label of a field that names who leads: "cơ quan chủ trì".
    static let fieldLead = Cue(rawValue: 1 << 15)
    static let fieldWith = Cue(rawValue: 1 << 16)
    static let fieldTime = Cue(rawValue: 1 << 17)
    /// Label of a field that isn't read: "kinh phí", "địa điểm".
    static let fieldOther = Cue(rawValue: 1 << 18)
    static let report = Cue(rawValue: 1 << 19)
    /// Bounds a time from above: "trước", "chậm nhất".
    static let before = Cue(rawValue: 1 << 20)
    /// "hoàn thành", "xong".
    static let complete = Cue(rawValue: 1 << 21)
    static let continuous = Cue(rawValue: 1 << 22)
    static let yearly = Cue(rawValue: 1 << 23)
    static let monthly = Cue(rawValue: 1 << 24)
    /// Trouble to be told: "vướng mắc", "khó khăn".
    static let trouble = Cue(rawValue: 1 << 25)
    /// Whoever reads a draft: "thẩm định", "phê duyệt".
    static let approval = Cue(rawValue: 1 << 26)
    /// Head cells of tables of tasks.
    static let cellNumber = Cue(rawValue: 1 << 27)
    static let cellTask = Cue(rawValue: 1 << 28)
    static let cellResult = Cue(rawValue: 1 << 29)
    /// Head cells of lists of persons.
    static let cellName = Cue(rawValue: 1 << 30)
    static let cellPosition = Cue(rawValue: 1 << 31)
    static let cellPhone = Cue(rawValue: 1 << 32)
    /// Authority prefix of a signature: "TM.", "KT.".
    static let authority = Cue(rawValue: 1 << 33)
    /// First word of an office that signs: "chủ tịch", "giám đốc".
    static let office = Cue(rawValue: 1 << 34)
    static let recipients = Cue(rawValue: 1 << 35)
    static let archive = Cue(rawValue: 1 << 36)
    static let annex = Cue(rawValue: 1 << 37)
    /// Motto and name of the state, never an issuer.
    static let motto = Cue(rawValue: 1 << 38)
    /// A cell or phrase that only looks like a cue of its first word ("ban hành").
    static let none = Cue(rawValue: 1 << 39)
    /// Can't end a line's thought: "của", "và", "các".
    static let dangling = Cue(rawValue: 1 << 40)
    /// Rather a list of kinds than one agency: "mặt trận và các đoàn thể".
    static let idiom = Cue(rawValue: 1 << 41)
    /// Sends: "gửi", "gửi về".
    static let send = Cue(rawValue: 1 << 42)
    /// Issues a document: "ban hành", "xây dựng".
    static let issue = Cue(rawValue: 1 << 43)
    /// Only asked or guided: "hướng dẫn", "chỉ đạo", "yêu cầu".
    static let guide = Cue(rawValue: 1 << 44)
    /// What a report is about: "kết quả", "tình hình".
    static let content = Cue(rawValue: 1 << 45)
    /// Field of work in an agency's name that is a verb elsewhere.
    static let domain = Cue(rawValue: 1 << 49)
    /// Verb that opens a sentence.
    static let opener = Cue(rawValue: 1 << 48)
    /// Heading of the part that assigns: "tổ chức thực hiện".
    static let assignment = Cue(rawValue: 1 << 46)
    /// A time that nobody can date: "khi có yêu cầu", "cuối học kỳ".
    static let onDemand = Cue(rawValue: 1 << 50)
    /// "sự", "công tác" before "phối hợp": a noun, no duty.
    static let nounMaker = Cue(rawValue: 1 << 47)
}
