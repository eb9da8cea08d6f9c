import Foundation
import Testing

@testable import Documents

struct PhotoFactsTests {
    private let folder = SampleFolder()

    private func facts(_ bytes: [UInt8]) async throws -> PhotoFacts {
        try await folder.converter.photoFacts(folder.write(bytes, as: "photo"))
    }

    private func instant(_ text: String) throws -> Date {
        try Date(text, strategy: .iso8601)
    }

    @Test func `Place, its accuracy and the time are read from a photo`() async throws {
        let photo = SamplePhoto(
            takenAt: "2026:11:20 08:15:30", offset: "+09:00", latitude: [(14, 1), (21, 1), (43, 100)],
            longitude: [(108, 1), (0, 1), (443, 100)], accuracy: (47, 10))
        #expect(
            try await facts(photo.bytes)
                == PhotoFacts(
                    takenAt: try instant("2026-11-19T23:15:30Z"),
                    place: .init(latitude: 14_350_119, longitude: 108_001_231, accuracyMetres: 5)))
    }

    @Test func `A time without a zone is Vietnam's, and the other sides of the Earth are negative`()
        async throws
    {
        let photo = SamplePhoto(
            takenAt: "2026:11:20 08:15:30", latitude: [(33, 1), (519, 10), (0, 1)], latitudeSide: "S",
            longitude: [(70, 1), (0, 1), (0, 1)], longitudeSide: "W")
        #expect(
            try await facts(photo.bytes)
                == PhotoFacts(
                    takenAt: try instant("2026-11-20T01:15:30Z"),
                    place: .init(latitude: -33_865_000, longitude: -70_000_000, accuracyMetres: nil)))
    }

    @Test func `What isn't in the photo isn't there`() async throws {
        #expect(try await facts(SamplePhoto().bytes) == PhotoFacts())
        #expect(try await facts(Array("không phải ảnh".utf8)) == PhotoFacts())
        let timeAlone = try await facts(SamplePhoto(takenAt: "2026:11:20 08:15:30").bytes)
        #expect(timeAlone.takenAt != nil && timeAlone.place == nil)
    }

    @Test(arguments: [
        "0000:00:00 00:00:00", "2026:02:30 08:00:00", "2026:11:20 24:00:00", "2026:11:20 08:61:00",
        "9999:01:01 00:00:00", "1970:01:01 00:00:00", "2026-11-20T08:15:30", "    :  :     :  :  ",
        "2026:11:20",
        "-026:11:20 08:15:30", "2026:11:20 08:15:30 and more",
    ])
    func `A time that is none is as if it weren't there`(time: String) async throws {
        #expect(try await facts(SamplePhoto(takenAt: time).bytes).takenAt == nil)
    }

    @Test(
        arguments: [
            ([(91, 1), (0, 1), (0, 1)], [(108, 1), (0, 1), (0, 1)]),
            ([(14, 1), (60, 1), (0, 1)], [(108, 1), (0, 1), (0, 1)]),
            ([(14, 1), (0, 0), (0, 1)], [(108, 1), (0, 1), (0, 1)]),
            ([(14, 1), (0, 1), (0, 1)], [(181, 1), (0, 1), (0, 1)]),
            ([(4_294_967_295, 1), (0, 1), (0, 1)], [(108, 1), (0, 1), (0, 1)]),
            ([(14, 1)], [(108, 1), (0, 1), (0, 1)]),
            ([(0, 1), (0, 1), (0, 1)], [(0, 1), (0, 1), (0, 1)]),
        ] as [([(UInt32, UInt32)], [(UInt32, UInt32)])])
    func `Numbers that are no place are as if they weren't there`(
        latitude: [(UInt32, UInt32)], longitude: [(UInt32, UInt32)]
    ) async throws {
        #expect(try await facts(SamplePhoto(latitude: latitude, longitude: longitude).bytes).place == nil)
    }

    /// Directories that name themselves, values beyond the file, counts of four thousand million, and rubbish.
    @Test(arguments: [
        SamplePhoto.folder([.number(0x8769, 8), .number(0x8825, 8)], at: 8, next: 8),
        SamplePhoto.folder(
            [.init(number: 0x8825, kind: 4, count: 1, value: [0xFF, 0xFF, 0xFF, 0xFF])], at: 8),
        SamplePhoto.folder(
            [.init(number: 0x9003, kind: 2, count: 0xFFFF_FFFF, value: [0, 0, 0, 0x7F])], at: 8),
        SamplePhoto.folder([.init(number: 2, kind: 5, count: 0x2000_0001, value: [8, 0, 0, 0])], at: 8),
        [0xFF, 0xFF] + [UInt8](repeating: 0x41, count: 60_000),
        [UInt8](repeating: 0, count: 40), [],
    ])
    func `Hostile directories give nothing and do no harm`(folder: [UInt8]) async throws {
        let tiff: [UInt8] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0] + folder
        #expect(try await facts(SamplePhoto.jpeg(exif: tiff)) == PhotoFacts())
        #expect(try await facts(SamplePhoto.jpeg(exif: folder)) == PhotoFacts())
    }

    @Test func `Each place at which a photo may be cut off can be read`() async throws {
        let photo = SamplePhoto(
            takenAt: "2026:11:20 08:15:30", latitude: [(14, 1), (21, 1), (43, 100)],
            longitude: [(108, 1), (0, 1), (443, 100)])
        for count in stride(from: 3, to: photo.bytes.count, by: 37) {
            let facts = try await facts(Array(photo.bytes.prefix(count)))
            #expect(facts.place.map { $0.latitude == 14_350_119 } ?? true)
        }
    }

    /// What the tool prints is a stranger's text as well.
    @Test(arguments: ["", "\u{1F}\u{1F}\u{1F}", "a\u{1F}b\u{1F}c\u{1F}d\u{1F}e\u{1F}f\u{1F}g", "\u{FFFD}"])
    func `An answer of another form is none`(output: String) {
        #expect(PhotoFacts(output: output) == PhotoFacts())
    }
}
