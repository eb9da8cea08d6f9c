import Trust

extension ObjectStore {
    /// Whether the newest root leads to keys that anybody may have; false where there is no root yet.
    package func isDemonstration() async throws -> Bool {
        try await Self.waiting {
            guard let bytes = try roots().last else { return false }
            // Nothing is signed by a root that can't be read, and whoever signs says so.
            let root = try? TUF.Envelope(reading: bytes).read(as: TUF.Root.self)
            return root?.isDemonstration ?? false
        }
    }
}
