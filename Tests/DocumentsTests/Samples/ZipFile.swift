import Foundation

/// Makes ZIP files for the tests, with stored entries or with a deflate stream and sizes of one's choosing.
struct ZipFile {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    mutating func add(_ name: String, _ content: [UInt8]) {
        add(name, packed: content, method: 0, size: content.count, sum: Self.sum(content))
    }

    /// An entry that unpacks to `size` bytes (a multiple of 258, plus one) of one letter, at a thousandth of its size.
    mutating func addRepeated(
        _ name: String, letter: UInt8, before: String = "", after: String = "", megabytes: Int
    ) {
        let content =
            Array(before.utf8) + [UInt8](repeating: letter, count: megabytes * 1_048_576) + Array(after.utf8)
        add(name, packed: Self.deflated(content), method: 8, size: content.count, sum: Self.sum(content))
    }

    mutating func add(_ name: String, packed: [UInt8], method: Int, size: Int, sum: UInt32) {
        let name = Array(name.utf8)
        let common =
            Self.little(20, 2) + Self.little(0x800, 2) + Self.little(method, 2) + Self.little(0, 4)
            + Self.little(Int(sum), 4) + Self.little(packed.count, 4) + Self.little(size, 4)
            + Self.little(name.count, 2)
            + Self.little(0, 2)
        directory +=
            Self.little(0x0201_4B50, 4) + Self.little(20, 2) + common + Self.little(0, 2) + Self.little(0, 2)
            + Self.little(0, 2) + Self.little(0, 4) + Self.little(bytes.count, 4) + name
        bytes += Self.little(0x0403_4B50, 4) + common + name + packed
        count += 1
    }

    var finished: [UInt8] {
        bytes + directory + Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(count, 2)
            + Self.little(count, 2)
            + Self.little(directory.count, 4) + Self.little(bytes.count, 4) + Self.little(0, 2)
    }

    private static func little(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) }
    }

    private static let table: [UInt32] = (0..<256).map {
        (0..<8).reduce(UInt32($0)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }

    /// The checksum of ZIP and PNG alike.
    static func sum(_ content: [UInt8]) -> UInt32 {
        ~content.withUnsafeBufferPointer { $0.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 } }
    }

    /// The deflate stream that gzip makes: its header is 10 bytes, its trailer 8.
    private static func deflated(_ content: [UInt8]) -> [UInt8] {
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
        gzip.arguments = ["-9", "-n", "-c"]
        let input = Pipe()
        let output = Pipe()
        gzip.standardInput = input
        gzip.standardOutput = output
        do { try gzip.run() } catch { fatalError("gzip: \(error)") }
        Thread.detachNewThread {
            try? input.fileHandleForWriting.write(contentsOf: Data(content))
            try? input.fileHandleForWriting.close()
        }
        let packed = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        gzip.waitUntilExit()
        return Array(packed[10..<(packed.count - 8)])
    }
}
