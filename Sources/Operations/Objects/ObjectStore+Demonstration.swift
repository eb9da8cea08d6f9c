import Trust

extension ObjectStore {
    /// Whether the newest root leads to keys that anybody may have; false where there is no root yet.
    package func isDemonstration() async throws -> Bool {
        try await Self.waiting {
            guard let root = try newestRoot() else { return false }
            return try TUF.Envelope(reading: root.bytes).read(as: TUF.Root.self).isDemonstration
        }
    }
}
