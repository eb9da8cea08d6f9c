import Download
import Operations

/// Where events may be sent to beyond the internet, and with which certificates.
struct WebhookOptions: Sendable {
    static let options: [CommandDescription.Option] = [
        .init(
            "webhook-allow", "KINDS",
            "let events be sent to addresses of this office too: private, loopback (then\nalso http://), or both joined by a comma"
        ),
        .init(
            "webhook-authorities", "FILE",
            "certificates (PEM) that receivers may show, instead of the machine's own"),
    ]

    let reach: WebhookReach
    let authorities: String?

    init(_ arguments: Arguments, command: String) throws(UsageError) {
        var reach = WebhookReach()
        for kind in (arguments.value("webhook-allow") ?? "").split(separator: ",") {
            switch kind {
            case "private": reach.andPrivate = true
            case "loopback": reach.andLoopback = true
            default:
                throw UsageError(
                    "--webhook-allow takes private, loopback or both, not \(kind)", command: command)
            }
        }
        self.reach = reach
        authorities = arguments.value("webhook-authorities")
    }
}

/// Posts events to their receivers.
struct WebhookCarrier: Sendable {
    /// Of an answer; the rest is cut.
    private static let answerLimitBytes = 1_024

    private let sender: HTTPSender
    private let reach: AddressReach

    init(_ options: WebhookOptions) {
        var limits = HTTPSender.Limits()
        limits.lanes = 8
        sender = HTTPSender(agent: "loa/\(Loa.version)", authorities: options.authorities, limits: limits)
        reach = .internet(andLoopback: options.reach.andLoopback, andPrivate: options.reach.andPrivate)
    }

    /// All together; the sender bounds how many are under way.
    func carry(_ posts: [WebhookPost]) async -> [WebhookResult] {
        await withTaskGroup(of: (Int, WebhookResult).self) { group in
            for (index, post) in posts.enumerated() {
                group.addTask { (index, await carry(post)) }
            }
            var results = [WebhookResult](repeating: .failed(""), count: posts.count)
            for await (index, result) in group { results[index] = result }
            return results
        }
    }

    private func carry(_ post: WebhookPost) async -> WebhookResult {
        var request = OutgoingRequest(
            post.address, body: Array(post.body.utf8), answerLimitBytes: Self.answerLimitBytes)
        request.cutsLongAnswers = true
        request.reach = reach
        request.add("Content-Type", "application/json")
        for field in post.fields { request.add(field.name, field.value) }
        do {
            let answer = try await sender.send(request)
            return .answered(
                status: answer.status, words: String(decoding: answer.body, as: UTF8.self),
                retryAfterSeconds: answer.retryAfterSeconds)
        } catch {
            return .failed("\(error)")
        }
    }
}
