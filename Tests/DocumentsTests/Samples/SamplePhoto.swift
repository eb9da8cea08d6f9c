import Foundation

/// A JPEG of one pixel with EXIF that a test writes itself, byte by byte.
struct SamplePhoto {
    var takenAt: String?
    var offset: String?
    /// Rational numbers: degrees, minutes, seconds.
    var latitude: [(UInt32, UInt32)]?
    var latitudeSide = "N"
    var longitude: [(UInt32, UInt32)]?
    var longitudeSide = "E"
    var accuracy: (UInt32, UInt32)?

    var bytes: [UInt8] { Self.jpeg(exif: tiff) }

    /// A picture with any bytes in the place of EXIF.
    static func jpeg(exif: [UInt8]) -> [UInt8] {
        let segment = Array("Exif".utf8) + [0, 0] + exif
        let length = segment.count + 2
        return Array(picture.prefix(2)) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + segment
            + picture.dropFirst(2)
    }

    private var tiff: [UInt8] {
        var taken: [Tag] = []
        if let takenAt { taken.append(.text(0x9003, takenAt)) }
        if let offset { taken.append(.text(0x9011, offset)) }
        var place: [Tag] = []
        if let latitude { place += [.text(1, latitudeSide), .rationals(2, latitude)] }
        if let longitude { place += [.text(3, longitudeSide), .rationals(4, longitude)] }
        if let accuracy { place.append(.rationals(0x1F, [accuracy])) }
        let takenAt = 8 + 2 + 2 * 12 + 4
        let takenFolder = Self.folder(taken, at: takenAt)
        let root = Self.folder(
            [.number(0x8769, UInt32(takenAt)), .number(0x8825, UInt32(takenAt + takenFolder.count))], at: 8)
        return [0x49, 0x49, 0x2A, 0] + Self.four(8) + root + takenFolder
            + Self.folder(place, at: takenAt + takenFolder.count)
    }

    struct Tag {
        var number: UInt16
        var kind: UInt16
        var count: Int
        var value: [UInt8]

        static func text(_ number: UInt16, _ text: String) -> Tag {
            Tag(number: number, kind: 2, count: text.utf8.count + 1, value: Array(text.utf8) + [0])
        }
        static func number(_ number: UInt16, _ value: UInt32) -> Tag {
            Tag(number: number, kind: 4, count: 1, value: four(value))
        }
        static func rationals(_ number: UInt16, _ values: [(UInt32, UInt32)]) -> Tag {
            Tag(
                number: number, kind: 5, count: values.count,
                value: values.flatMap { four($0.0) + four($0.1) })
        }
    }

    /// A directory of the TIFF that begins at an offset, with the values that don't fit into it.
    static func folder(_ tags: [Tag], at offset: Int, next: UInt32 = 0) -> [UInt8] {
        var entries = two(UInt16(tags.count))
        var values: [UInt8] = []
        let behind = offset + 2 + tags.count * 12 + 4
        for tag in tags {
            entries += two(tag.number) + two(tag.kind) + four(UInt32(tag.count))
            if tag.value.count <= 4 {
                entries += tag.value + [UInt8](repeating: 0, count: 4 - tag.value.count)
            } else {
                entries += four(UInt32(behind + values.count))
                values += tag.value
            }
        }
        return entries + four(next) + values
    }

    static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
    static func four(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }

    /// Grey, one pixel, baseline.
    private static let picture = [UInt8](
        Data(
            base64Encoded: """
                /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dA
                RkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wAALCAABAAEBAREA/8QAFAABAAAAAAAA
                AAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z
                """.replacing("\n", with: "")) ?? Data())
}
