import Foundation
import HTTP
import Locks

/// Gives each request a reference, times it, and writes one line about it.
struct Tracing: Middleware {
    let site: Site

    func respond(to request: Request, next: Handler) async throws -> Response {
        var request = request
        let trace = Trace(reference: newReference())
        request.values[TraceKey.self] = trace
        let start = ContinuousClock.now
        var response = try await next(request)
        note(request, trace.reference, route: trace.route ?? "none", status: response.status, since: start)
        response.headers["X-Request-Id"] = trace.reference
        return response
    }

    func newReference() -> String { site.references.next() }

    static func field(_ reference: String) -> Headers.Field {
        Headers.Field(name: "X-Request-Id", value: reference)
    }

    /// Counts the answer and writes its line.
    func note(
        _ request: Request, _ reference: String, route: String, status: Status,
        since start: ContinuousClock.Instant
    ) {
        let taken = ContinuousClock.now - start
        let microseconds =
            Int(taken.components.seconds) * 1_000_000 + Int(taken.components.attoseconds / 1_000_000_000_000)
        site.metrics.count(
            method: request.method, route: route, status: status, microseconds: microseconds)
        site.log.request(
            status.code < 500 ? .info : .error, reference: reference, method: request.method.name,
            route: route, status: status.code, microseconds: microseconds)
    }
}

/// Makes references; it asks for random bytes for many at a time, for each asking costs as much as a parsed request.
final class References: Sendable {
    private static let atATime = 64

    private let random: @Sendable (Int) -> [UInt8]
    private let state = Locked<[UInt8]>([])

    init(random: @escaping @Sendable (Int) -> [UInt8]) { self.random = random }

    func next() -> String {
        let bytes = state.withLock { state -> ArraySlice<UInt8>? in
            defer { state.removeLast(min(6, state.count)) }
            return state.count < 6 ? nil : state.suffix(6)
        }
        if let bytes { return Trace.reference(bytes) }
        // Two threads that find it empty both fill it; what the first brought is then lost, and no harm done.
        var fresh = random(6 * Self.atATime)
        let first = Trace.reference(fresh.suffix(6))
        fresh.removeLast(6)
        state.withLock { [fresh] in $0 = fresh }
        return first
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
    static func reference(_ bytes: some Sequence<UInt8>) -> String {
        var number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return String(unsafeUninitializedCapacity: 10) { text in
            for index in 0..<10 {
                text.initializeElement(at: index, to: alphabet[Int(number & 31)])
                number >>= 5
            }
            return 10
        }
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}

enum TraceKey: RequestKey { typealias Value = Trace }
