extension TUF {
    /// Bytes of a file's name on our disks are at most 255; endings and temporary names need some of them.
    static let fileNameLimit = 200

    /// One file's name for a role's or a target's: no slash is left in it, and different names stay different.
    ///
    /// A long one ends in its digest, and is then longer than any that doesn't.
    package static func fileName(of name: ExactText) -> String {
        let encoded = PercentEncoding.encode(name)
        guard encoded.utf8.count > fileNameLimit else { return encoded }
        return "\(encoded.prefix(150))-\(Hexadecimal.encode(SHA256.digest(name.string)))"
    }

    /// A target's name that is safe to ask for and to keep: it can't lead out of the address or the folder below
    /// which targets are.
    package struct TargetName: Sendable, Hashable {
        package let text: ExactText

        /// Bytes; longer ones are no path on any server.
        static let lengthLimit = 4096
        package init(_ text: ExactText) throws(Refused) {
            guard !text.isEmpty, text.utf8.count <= Self.lengthLimit,
                !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C })
            else { throw Refused.unusableName(text) }
            let steps: [String] = [".", ".."]
            for segment in text.string.split(separator: "/", omittingEmptySubsequences: false) {
                // Servers and proxies read %2e as a dot.
                let plain = segment.replacing("%2e", with: ".").replacing("%2E", with: ".")
                guard !steps.contains(String(plain)) else { throw Refused.unusableName(text) }
            }
            self.text = text
        }

        /// The path below the targets' address; with consistent snapshots a digest stands before the last name.
        ///
        /// A name is a path-relative URL as the specification recommends, so `%20` in it stays; what can't stand in an
        /// address is encoded, and so is what would end the path.
        package func path(of file: TargetFile, isConsistent: Bool) -> String {
            let bytes = Array(text.utf8)
            let digits = Set("0123456789abcdefABCDEF".utf8)
            var result = ""
            var at = 0
            var lastSegment = result.startIndex
            while at < bytes.count {
                let isEncoded =
                    bytes[at] == 0x25 && at + 2 < bytes.count && digits.contains(bytes[at + 1])
                    && digits.contains(bytes[at + 2])
                if isEncoded || "/!$&'()*+,;=:@".utf8.contains(bytes[at]) {
                    result.unicodeScalars.append(Unicode.Scalar(bytes[at]))
                    if bytes[at] == 0x2F { lastSegment = result.endIndex }
                } else {
                    result += PercentEncoding.encode(byte: bytes[at])
                }
                at += 1
            }
            if isConsistent, let digest = Self.digest(of: file) {
                result.insert(contentsOf: "\(PercentEncoding.encode(digest)).", at: lastSegment)
            }
            return result
        }

        /// The name of the file that keeps the target: flat, whatever slashes the name has.
        package var fileName: String { TUF.fileName(of: text) }

        /// The repository has the file under each of its digests: any will do.
        private static func digest(of file: TargetFile) -> ExactText? {
            file.hashes["sha256"] ?? file.hashes.min { $0.key < $1.key }?.value
        }
    }

    /// Checks the bytes of a target, piece by piece as they come.
    package struct TargetCheck: ~Copyable {
        private let name: ExactText
        private let length: Int64
        private var digests: Digests
        private var count: Int64 = 0

        package init(_ name: TargetName, _ file: TargetFile) {
            self.name = name.text
            length = file.length
            digests = Digests(file.hashes)
        }

        /// Throws as soon as there are too many.
        package mutating func add(_ bytes: [UInt8]) throws(Refused) {
            count += Int64(bytes.count)
            guard count <= length else {
                throw Refused.wrongLength(name: name.string, expected: length, found: count)
            }
            digests.add(bytes)
        }

        /// Throws unless it was the whole file and no other.
        package consuming func finish() throws(Refused) {
            guard count == length else {
                throw Refused.wrongLength(name: name.string, expected: length, found: count)
            }
            guard digests.match() else { throw Refused.wrongHash(name: name.string) }
        }
    }
}
