extension TUF {
    /// A timestamp as somebody has kept it, however long ago it ended: an audit asks who signed it and what it says, not
    /// whether it is the newest.
    package struct KeptTimestamp: Sendable {
        package let timestamp: Timestamp
        /// The newest root that the source leads to.
        package let root: Root
        /// The newest root has taken the keys away that signed it.
        package let isOfFormerKeys: Bool

        /// Throws unless enough keys of the trusted root, or of one that follows it, have signed it.
        ///
        /// - Parameters:
        ///   - source: the roots that follow; their ends don't matter either.
        package init(
            _ bytes: [UInt8], root: [UInt8], source: inout some MetadataSource, limits: Limits = Limits()
        ) throws {
            guard bytes.count <= limits.timestampBytes else {
                throw Refused.tooLong(name: "timestamp.json", limit: limits.timestampBytes)
            }
            var trusted = try TrustedSet(root: root, start: Instant(secondsSince1970: 0))
            var roots = [trusted.root]
            while roots.count <= limits.rootRotations, trusted.root.header.version < .max {
                let name = "\(trusted.root.header.version + 1).root.json"
                guard let next = try source.metadata(name, limit: limits.rootBytes) else { break }
                guard next.count <= limits.rootBytes else {
                    throw Refused.tooLong(name: name, limit: limits.rootBytes)
                }
                try trusted.update(root: next)
                roots.append(trusted.root)
            }
            let envelope = try Envelope(reading: bytes)
            timestamp = try envelope.read(as: Timestamp.self)
            guard let signer = roots.lastIndex(where: { $0.authority(of: .timestamp).have(signed: envelope) })
            else {
                throw Refused.unsigned(
                    role: TopRole.timestamp.name, valid: 0,
                    threshold: trusted.root.authority(of: .timestamp).threshold)
            }
            self.root = trusted.root
            isOfFormerKeys = signer < roots.count - 1
        }
    }
}
