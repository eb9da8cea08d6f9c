import HTTP
import Locks

/// Counts of answers and their times by route, in Prometheus' text form.
final class Metrics: Sendable {
    private struct Key: Hashable {
        var method: String
        var route: String
        var status: Int
    }

    private struct State {
        var counts: [Key: Int] = [:]
        /// By route: how many took at most so long, and the sum in microseconds.
        var times: [String: (buckets: [Int], sumMicroseconds: Int)] = [:]
    }

    /// Upper ends of the buckets, milliseconds.
    static let bucketsMilliseconds = [1, 5, 10, 25, 50, 100, 250, 500, 1000, 5000]

    private let state = Locked(State())

    func count(method: Method, route: String, status: Status, microseconds: Int) {
        // Methods are the client's words; whatever isn't usual shares one row, so that they can't fill the memory.
        let method = ["GET", "HEAD", "POST"].contains(method.name) ? method.name : "OTHER"
        state.withLock { state in
            state.counts[Key(method: method, route: route, status: status.code), default: 0] += 1
            var times =
                state.times[route] ?? (Array(repeating: 0, count: Self.bucketsMilliseconds.count + 1), 0)
            let bucket =
                Self.bucketsMilliseconds.firstIndex { microseconds <= $0 * 1000 }
                ?? Self.bucketsMilliseconds.count
            times.buckets[bucket] += 1
            times.sumMicroseconds += microseconds
            state.times[route] = times
        }
    }

    var text: String {
        let (counts, times) = state.withLock { ($0.counts, $0.times) }
        var text =
            "# HELP loa_http_requests_total Answers by method, route and status.\n# TYPE loa_http_requests_total counter\n"
        for (key, count) in counts.sorted(by: {
            ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
        }) {
            text +=
                "loa_http_requests_total{method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\"} \(count)\n"
        }
        text +=
            "# HELP loa_http_request_seconds Time until the answer's head, by route.\n# TYPE loa_http_request_seconds histogram\n"
        for (route, time) in times.sorted(by: { $0.key < $1.key }) {
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
        return text
    }
}
