import HTTP
import Locks

/// Counts of answers and their times by route, in Prometheus' text form.
final class Metrics: Sendable {
    /// What one route has answered.
    private struct Route {
        /// A handful at most, so looking through them is quicker than hashing.
        var counts: [(method: String, status: Int, answers: Int)] = []
        /// How many took at most so long.
        var buckets = [Int](repeating: 0, count: Metrics.bucketsMilliseconds.count + 1)
        var sumMicroseconds = 0

        mutating func count(method: String, status: Int, microseconds: Int) {
            if let place = counts.firstIndex(where: { $0.status == status && $0.method == method }) {
                counts[place].answers += 1
            } else {
                counts.append((method, status, 1))
            }
            let bucket =
                Metrics.bucketsMilliseconds.firstIndex { microseconds <= $0 * 1000 }
                ?? Metrics.bucketsMilliseconds.count
            buckets[bucket] += 1
            sumMicroseconds += microseconds
        }
    }

    /// Upper ends of the buckets, milliseconds.
    static let bucketsMilliseconds = [1, 5, 10, 25, 50, 100, 250, 500, 1000, 5000]

    private let state = Locked<[String: Route]>([:])
    /// Nil where this server doesn't keep the store of players fresh.
    private let isStoreKept = Locked<Bool?>(nil)

    /// - Parameter isKept: whether the store of players could be kept fresh at the last try.
    func noteStore(isKept: Bool) { isStoreKept.withLock { $0 = isKept } }

    func count(method: Method, route: String, status: Status, microseconds: Int) {
        // Methods are the client's words; whatever isn't usual shares one row, so that they can't fill the memory.
        let method =
            switch method {
            case .get: "GET"
            case .head: "HEAD"
            case .post: "POST"
            default: "OTHER"
            }
        // In place: a copy of a route's figures with each answer cost more than the rest of counting it.
        state.withLock { state in
            state[route, default: Route()].count(
                method: method, status: status.code, microseconds: microseconds)
        }
    }

    var text: String {
        let routes = state.withLock { $0 }.sorted { $0.key < $1.key }
        var text =
            "# HELP loa_http_requests_total Answers by method, route and status.\n# TYPE loa_http_requests_total counter\n"
        for (name, route) in routes {
            for row in route.counts.sorted(by: { ($0.method, $0.status) < ($1.method, $1.status) }) {
                text +=
                    "loa_http_requests_total{method=\"\(row.method)\",route=\"\(name)\",status=\"\(row.status)\"} \(row.answers)\n"
            }
        }
        text +=
            "# HELP loa_http_request_seconds Time until the answer's head, by route.\n# TYPE loa_http_request_seconds histogram\n"
        for (route, time) in routes {
            var sum = 0
            for (bound, count) in zip(Self.bucketsMilliseconds, time.buckets) {
                sum += count
                text +=
                    "loa_http_request_seconds_bucket{route=\"\(route)\",le=\"\(Double(bound) / 1000)\"} \(sum)\n"
            }
            sum += time.buckets[Self.bucketsMilliseconds.count]
            text += "loa_http_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(sum)\n"
            text += "loa_http_request_seconds_sum{route=\"\(route)\"} \(Double(time.sumMicroseconds) / 1e6)\n"
            text += "loa_http_request_seconds_count{route=\"\(route)\"} \(sum)\n"
        }
        if let isKept = isStoreKept.withLock({ $0 }) {
            text +=
                "# HELP loa_store_kept Whether the store of players could be kept fresh at the last try.\n# TYPE loa_store_kept gauge\n"
            text += "loa_store_kept \(isKept ? 1 : 0)\n"
        }
        return text
    }
}
