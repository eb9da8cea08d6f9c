import Foundation
import Testing

@testable import Operations

struct ObjectFolderTests {
    private func withFolder(_ body: (ObjectFolder) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = ObjectFolder(path)
        try folder.changing {}
        try body(folder)
    }

    private func name(_ text: String, _ part: ObjectName.Part = .objects) throws -> ObjectName {
        try #require(ObjectName(text, in: part))
    }

    @Test func `What is written is read, listed with its size and time, and removed`() throws {
        try withFolder { folder in
            let start = Date()
            for (text, bytes) in [("aa.1", [UInt8]()), ("aa.2", [1, 2, 3]), ("ab.3", [4])] {
                try folder.write(bytes, as: try name(text))
            }
            try folder.write([9], as: try name("aa.1", .metadata))
            #expect(try folder.read(try name("aa.2"), limit: 3) == [1, 2, 3])
            let listed = try folder.list(.objects, prefix: "aa").sorted { $0.name.text < $1.name.text }
            #expect(listed.map(\.name.text) == ["aa.1", "aa.2"])
            #expect(listed.map(\.sizeBytes) == [0, 3])
            #expect(listed.allSatisfy { abs($0.writtenAt.timeIntervalSince(start)) < 60 })
            #expect(try folder.list(.objects, prefix: "").count == 3)
            try folder.remove(try name("aa.2"))
            // Once more is no failure: whoever cleans up may be cut off and begin again.
            try folder.remove(try name("aa.2"))
            #expect(try folder.read(try name("aa.2"), limit: 3) == nil)
            #expect(try folder.list(.objects, prefix: "aa").map(\.name.text) == ["aa.1"])
        }
    }

    @Test func `What isn't whole or is no file is not listed, and a link is not followed`() throws {
        try withFolder { folder in
            let objects = "\(folder.path)/targets/objects"
            try Data([1]).write(to: URL(filePath: "\(objects)/.half.new"))
            try Data([1]).write(to: URL(filePath: "\(objects)/with space"))
            try FileManager.default.createDirectory(
                atPath: "\(objects)/folder", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: "\(objects)/link", withDestinationPath: "/etc/hostname")
            #expect(mkfifo("\(objects)/pipe", 0o600) == 0)
            #expect(try folder.list(.objects, prefix: "").isEmpty)
            #expect(throws: ObjectFolder.Failure.self) { try folder.read(try name("link"), limit: 1000) }
            // Nobody writes into the pipe, and nobody waits for it.
            #expect(try folder.read(try name("pipe"), limit: 1000) == [])
        }
    }

    @Test func `No more is read than may be`() throws {
        try withFolder { folder in
            try folder.write([1, 2, 3], as: try name("a"))
            #expect(throws: ObjectFolder.Failure.self) { try folder.read(try name("a"), limit: 2) }
        }
    }

    @Test func `A store that was never begun is empty`() throws {
        let folder = ObjectFolder("/nonexistent-\(UUID().uuidString)")
        #expect(try folder.list(.metadata, prefix: "").isEmpty)
        #expect(try folder.read(try name("timestamp.json", .metadata), limit: 9) == nil)
    }

    @Test func `Nothing is written when the time for it is over`() throws {
        try withFolder { folder in
            let files = [NewObject(name: try name("a"), bytes: [1])]
            #expect(throws: ObjectsRefused.busy) { try folder.write(files, until: .now) }
            #expect(try folder.list(.objects, prefix: "").isEmpty)
            try folder.write(files, until: .now + .seconds(60))
            #expect(try folder.read(try name("a"), limit: 1) == [1])
        }
    }

    @Test func `A name is read from its path, and from nothing else`() throws {
        for part in ObjectName.Part.allCases {
            let name = try name("1.root.json", part)
            #expect(ObjectName(path: name.path) == name)
        }
        for path in [
            "", "metadata", "metadata/", "metadata/../x", "targets/x", "/metadata/x", "metadata/a/b",
            "other/x",
        ] {
            #expect(ObjectName(path: path) == nil)
        }
    }
}
