/// Writes JSON into bytes; as much of it as a plan needs.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        shut(UInt8(ascii: "}"))
    }

    mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func field(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    mutating func strings(_ name: String, _ values: [String]) {
        key(name)
        open(UInt8(ascii: "["))
        for value in values { string(value) }
        shut(UInt8(ascii: "]"))
    }

    mutating func list<Value>(_ name: String, _ values: [Value], _ body: (inout JSONWriter, Value) -> Void) {
        key(name)
        open(UInt8(ascii: "["))
        for value in values { object { body(&$0, value) } }
        shut(UInt8(ascii: "]"))
    }

    mutating func when(_ name: String, _ when: When?) {
        key(name)
        switch when {
        case nil: null()
        case .by(let date):
            object {
                $0.field("kind", "by")
                $0.field("date", date.description)
            }
        case .between(let from, let to):
            object {
                $0.field("kind", "between")
                $0.field("from", from.description)
                $0.field("to", to.description)
            }
        case .continuous: object { $0.field("kind", "continuous") }
        case .yearly: object { $0.field("kind", "yearly") }
        }
    }

    mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    mutating func string(_ value: String) {
        separate()
        bytes.append(0x22)
        for byte in value.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0..<0x20:
                let hex = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: [hex[Int(byte >> 4)], hex[Int(byte & 15)]])
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func shut(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}
