/// A request to another server: GET, or POST where it has a body.
package struct OutgoingRequest: Sendable, Hashable {
    package struct Field: Sendable, Hashable {
        package var name: String
        package var value: String
    }

    package var address: String
    package private(set) var fields: [Field] = []
    package var body: [UInt8]?
    /// Bytes of the answer; what a longer one is, the sender says.
    package var answerLimitBytes: Int
    /// Whether a longer answer is cut, or is a failure.
    package var cutsLongAnswers = false
    package var reach = AddressReach.everything
    /// How many redirections of a GET are followed; the machine behind each is judged like the first.
    package var redirects = 0

    package init(_ address: String, body: [UInt8]? = nil, answerLimitBytes: Int) {
        self.address = address
        self.body = body
        self.answerLimitBytes = answerLimitBytes
    }

    /// - Parameter value: without control characters: whoever passes a line end would write fields of others.
    package mutating func add(_ name: String, _ value: String) {
        precondition(
            (name + value).utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F },
            "A field's text has no control characters.")
        fields.append(Field(name: name, value: value))
    }
}

/// What a server said to it, with whatever status.
package struct ReceivedAnswer: Sendable, Hashable {
    package var status: Int
    package var body: [UInt8]
    /// Whether more would have come.
    package var isCut: Bool
    /// What the server says that the body is, as it wrote it.
    package var mediaType: String?
    /// After how many seconds the server wants to be asked again (`Retry-After`, as a number or as a date).
    package var retryAfterSeconds: Int?
}
