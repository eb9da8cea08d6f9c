import Domain
import Download
import Operations

/// Where pages of evidence may be fetched from beyond the internet.
struct PageOptions: Sendable {
    static let options: [CommandDescription.Option] = [
        .init(
            "page-allow", "KINDS",
            "let pages given as evidence be fetched from addresses of this office too:\nprivate, loopback, or both joined by a comma"
        )
    ]

    let reach: AddressReach

    init(_ arguments: Arguments, command: String) throws(UsageError) {
        let kinds = (arguments.value("page-allow") ?? "").split(separator: ",")
        for kind in kinds where !["private", "loopback"].contains(kind) {
            throw UsageError("--page-allow takes private, loopback or both, not \(kind)", command: command)
        }
        reach = .internet(andLoopback: kinds.contains("loopback"), andPrivate: kinds.contains("private"))
    }
}

/// Fetches the beginnings of pages.
struct PageFetcher: Sendable {
    private static let redirects = 4

    private let sender: HTTPSender
    private let reach: AddressReach

    init(_ options: PageOptions) {
        sender = HTTPSender(agent: "loa/\(Loa.version)")
        reach = options.reach
    }

    func fetch(_ address: String) async -> FetchedPage {
        var request = OutgoingRequest(address, answerLimitBytes: KeepPages.pageBytes)
        request.cutsLongAnswers = true
        request.reach = reach
        request.redirects = Self.redirects
        request.add("Accept", "text/html, application/xhtml+xml, */*;q=0.5")
        request.add("Accept-Language", "vi, en;q=0.5")
        do {
            let answer = try await sender.send(request)
            return .answered(status: answer.status, mediaType: answer.mediaType, beginning: answer.body)
        } catch {
            return .failed(Self.state(of: error.code))
        }
    }

    private static func state(of code: DownloadFailure.Code) -> LinkedPage.State {
        switch code {
        case .timedOut: .tooSlow
        case .notTrusted: .notTrusted
        case .forbiddenAddress: .notPublic
        case .status, .tooLong, .unusableAddress, .unreachable: .unreachable
        }
    }
}
