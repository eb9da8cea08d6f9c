extension JSON {
    /// The one form that is signed: OLPC's canonical JSON, as TUF names it.
    ///
    /// Members sort by the bytes of their names, nothing stands between tokens, and inside a text only `"` and `\` are
    /// escaped: control characters stand as they are, so this is not always JSON that others can read.
    package var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, escapesControls: false)
        return bytes
    }

    /// JSON for files and wires: as the canonical form, with control characters escaped.
    package var serialized: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, escapesControls: true)
        return bytes
    }

    private func write(to bytes: inout [UInt8], escapesControls: Bool) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .text(let text): Self.write(text, to: &bytes, escapesControls: escapesControls)
        case .array(let values):
            bytes.append(0x5B)
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(0x2C) }
                value.write(to: &bytes, escapesControls: escapesControls)
            }
            bytes.append(0x5D)
        case .object(let object):
            bytes.append(0x7B)
            for (index, member) in object.members.enumerated() {
                if index > 0 { bytes.append(0x2C) }
                Self.write(member.name, to: &bytes, escapesControls: escapesControls)
                bytes.append(0x3A)
                member.value.write(to: &bytes, escapesControls: escapesControls)
            }
            bytes.append(0x7D)
        }
    }

    private static func needsEscapes(_ text: ExactText) -> Bool {
        let span = text.utf8.span
        for at in span.indices where span[at] == 0x22 || span[at] == 0x5C || span[at] < 0x20 { return true }
        return false
    }

    private static func write(_ text: ExactText, to bytes: inout [UInt8], escapesControls: Bool) {
        bytes.append(0x22)
        if needsEscapes(text) {
            for byte in text.utf8 {
                switch byte {
                case 0x22, 0x5C: bytes += [0x5C, byte]
                case ..<0x20 where escapesControls:
                    bytes += Array("\\u00".utf8) + Hexadecimal.encode([byte]).utf8
                default: bytes.append(byte)
                }
            }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(0x22)
    }
}
