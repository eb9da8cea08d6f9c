/// A bucket of an S3-compatible store, and who asks it.
package struct S3Settings: Sendable {
    /// Scheme, name and port, such as `https://s3.example.vn`, with a path where the service has one, without `/` at its
    /// end.
    package var endpoint: String
    /// What the signature names; services that have none take `us-east-1`.
    package var region: String
    package var bucket: String
    package var key: String
    /// Never printed.
    package var secret: String
    /// A file of certificates (PEM) to trust instead of the machine's own.
    package var authorities: String?
    /// What the service is told of us, such as `loa/1.0`.
    package var agent: String

    package init(
        endpoint: String, region: String, bucket: String, key: String, secret: String,
        authorities: String? = nil, agent: String
    ) {
        self.endpoint = endpoint
        self.region = region
        self.bucket = bucket
        self.key = key
        self.secret = secret
        self.authorities = authorities
        self.agent = agent
    }
}

/// How long one call may take, with its repetitions.
package struct S3Patience: Sendable, Hashable {
    /// Attempts after a failure that may pass: 5xx, 429, no connection, too slow.
    package var attempts: Int
    /// Seconds for all attempts and the pauses between them; nil where a length that isn't known before is bounded by
    /// speed alone.
    package var totalSeconds: Int?

    package init(attempts: Int, totalSeconds: Int?) {
        self.attempts = attempts
        self.totalSeconds = totalSeconds
    }

    /// A person waits for it.
    package static let short = S3Patience(attempts: 2, totalSeconds: 15)
    /// A lease is held meanwhile.
    package static let bounded = S3Patience(attempts: 4, totalSeconds: 40)
    /// Large files on slow lines.
    package static let long = S3Patience(attempts: 4, totalSeconds: nil)
}
