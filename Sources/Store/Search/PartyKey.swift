import Trust

/// The key under which all spellings of a party's name meet: "UBND các huyện, thành phố" and
/// "Ủy ban nhân dân các huyện và thành phố có liên quan" are the same office to whoever looks for its tasks.
package enum PartyKey {
    /// Short forms of offices in official documents, as words without marks; the longer ones first where one
    /// begins another.
    ///
    /// Only forms that mean one thing in any office stand here: "TT" (centre, or information) doesn't.
    ///
    /// By their first words: a page asks for hundreds of keys.
    private static let shortForms: [Substring: [Form]] = Dictionary(
        grouping: forms.split { $0 == ";" || $0 == "\n" }.compactMap { Form($0) }
            .sorted { $0.short.count > $1.short.count }, by: { $0.short[0] })

    /// Tells keys that are made otherwise: the short forms, and a number to be raised with any other change of `of`.
    package static let edition = "1-" + Hexadecimal.encode(Array(SHA256.digest(forms).prefix(8)))

    private static let forms = """
        ubmttqvn = uy ban mat tran to quoc viet nam; ubmttq = uy ban mat tran to quoc;
        mttqvn = mat tran to quoc viet nam; mttq = mat tran to quoc; ubnd = uy ban nhan dan;
        hdnd = hoi dong nhan dan; dbqh = dai bieu quoc hoi; ubkt = uy ban kiem tra; bch = ban chi huy;
        bchqs = ban chi huy quan su; bdbp = bo doi bien phong; bcd = ban chi dao;
        lld = lien doan lao dong; tp = thanh pho; tx = thi xa; vhttdl = van hoa the thao du lich;
        vh tt dl = van hoa the thao du lich; vhtt dl = van hoa the thao du lich;
        vhtt = van hoa thong tin; tttt = thong tin truyen thong; tt tt = thong tin truyen thong;
        khcn = khoa hoc cong nghe; kh cn = khoa hoc cong nghe; gddt = giao duc dao tao;
        gd dt = giao duc dao tao; khdt = ke hoach dau tu; kh dt = ke hoach dau tu;
        nnptnt = nong nghiep phat trien nong thon; nn ptnt = nong nghiep phat trien nong thon;
        nnmt = nong nghiep moi truong; tnmt = tai nguyen moi truong; tn mt = tai nguyen moi truong;
        ldtbxh = lao dong thuong binh xa hoi; ld tbxh = lao dong thuong binh xa hoi;
        gtvt = giao thong van tai; ptth = phat thanh truyen hinh; pt th = phat thanh truyen hinh;
        ttdt = thong tin dien tu; lhpn = lien hiep phu nu; cchc = cai cach hanh chinh
        """

    private struct Form: Sendable {
        var short: [Substring]
        var long: [Substring]

        init?(_ line: Substring) {
            let sides = line.split(separator: "=")
            guard sides.count == 2 else { return nil }
            short = sides[0].split(separator: " ")
            if short.isEmpty { return nil }
            long = sides[1].split(separator: " ")
        }
    }

    /// Words with one blank between; empty where a name holds no letter.
    package static func of(_ name: String) -> String {
        var rest = SearchTerms.words(name).map { withoutNote($0)[...] }[...]
        var long: [Substring] = []
        while let word = rest.first {
            if let form = shortForms[word]?.first(where: { rest.starts(with: $0.short) }) {
                long += form.long
                rest = rest.dropFirst(form.short.count)
            } else {
                long.append(word)
                rest = rest.dropFirst()
            }
        }
        let telling = withoutCircle(long).filter { $0 != "va" && $0 != "cua" }
        return (telling.isEmpty ? long : telling).joined(separator: " ")
    }

    /// Leaves out "liên quan" and "có liên quan", but not "liên" or "quan" alone ("Hội Liên hiệp", "Hải quan").
    private static func withoutCircle(_ words: [Substring]) -> [Substring] {
        var result: [Substring] = []
        var rest = words[...]
        while let word = rest.first {
            if rest.starts(with: ["co", "lien", "quan"]) {
                rest = rest.dropFirst(3)
            } else if rest.starts(with: ["lien", "quan"]) {
                rest = rest.dropFirst(2)
            } else {
                result.append(word)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    /// A footnote's mark that stuck to a word ("địa phương1") is no part of it; "PA03" and "16A" keep theirs.
    private static func withoutNote(_ word: String) -> String {
        let letters = word.prefix { !$0.isNumber }
        let digits = word.dropFirst(letters.count)
        guard letters.count > 3, (1...2).contains(digits.count), digits.allSatisfy(\.isNumber) else {
            return word
        }
        return String(letters)
    }
}
