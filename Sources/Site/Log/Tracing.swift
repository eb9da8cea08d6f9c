import Foundation
import HTTP
import Locks

/// Gives each request a reference, times it, and writes one line about it.
struct Tracing: Middleware {
    let site: Site

    func respond(to request: Request, next: Handler) async throws -> Response {
        var request = request
        let trace = Trace(reference: Trace.reference(site.random(6)))
        request.values[TraceKey.self] = trace
        let start = ContinuousClock.now
        var response = try await next(request)
        let taken = ContinuousClock.now - start
        let microseconds =
            Int(taken.components.seconds) * 1_000_000 + Int(taken.components.attoseconds / 1_000_000_000_000)
        let route = trace.route ?? "none"
        site.metrics.count(
            method: request.method, route: route, status: response.status, microseconds: microseconds)
        // The pattern stands for the path, which may hold what somebody searched for.
        site.log.line(
            response.status.code < 500 ? .info : .error, "request",
            [
                ("reference", .text(trace.reference)), ("method", .text(request.method.name)),
                ("route", .text(route)),
                ("status", .number(response.status.code)), ("microseconds", .number(microseconds)),
            ])
        response.headers["X-Request-Id"] = trace.reference
        return response
    }
}

/// What is known of a request on its way.
final class Trace: Sendable {
    /// Ten letters and digits that can be read out on the telephone.
    let reference: String
    private let state = Locked<(route: String?, keepableUntil: Date?)>((nil, nil))

    init(reference: String) { self.reference = reference }

    /// The pattern that the request matched.
    var route: String? { state.withLock { $0.route } }

    func setRoute(_ pattern: String) { state.withLock { $0.route = pattern } }

    /// Until when the answer may be given to the same visitor again, if nothing changes; nil: not at all.
    var keepableUntil: Date? { state.withLock { $0.keepableUntil } }

    func setKeepable(until instant: Date) { state.withLock { $0.keepableUntil = instant } }

    /// 48 random bits in Crockford's alphabet.
    static func reference(_ bytes: [UInt8]) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var text = ""
        for _ in 0..<10 {
            text.append(alphabet[Int(number & 31)])
            number >>= 5
        }
        return text
    }
}

enum TraceKey: RequestKey { typealias Value = Trace }
