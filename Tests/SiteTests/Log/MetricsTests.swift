import Foundation
import HTTP
import Locks
import Testing

@testable import Site

struct MetricsTests {
    @Test
    func `Answers are counted by route, method and status, their times by bucket`() {
        let metrics = Metrics()
        for (method, status, microseconds) in [
            (Method.get, Status.ok, 900), (.get, .ok, 1_000), (.get, .ok, 6_000_000),
            (.get, .notFound, 30_000),
            (.post, .seeOther, 5_001), (Method("BREW"), .methodNotAllowed, 1),
            (Method("X"), .methodNotAllowed, 1),
        ] {
            metrics.count(method: method, route: "/plans", status: status, microseconds: microseconds)
        }
        metrics.count(method: .head, route: "/", status: .ok, microseconds: 1)
        let lines = metrics.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
        #expect(
            lines.filter { $0.contains("_total") } == [
                #"loa_http_requests_total{method="HEAD",route="/",status="200"} 1"#,
                #"loa_http_requests_total{method="GET",route="/plans",status="200"} 3"#,
                #"loa_http_requests_total{method="GET",route="/plans",status="404"} 1"#,
                #"loa_http_requests_total{method="OTHER",route="/plans",status="405"} 2"#,
                #"loa_http_requests_total{method="POST",route="/plans",status="303"} 1"#,
            ])
        func bucket(_ bound: String) -> String? {
            lines.first { $0.contains(#"{route="/plans",le="\#(bound)"}"#) }?.split(separator: " ").last.map(
                String.init)
        }
        #expect(
            ["0.001", "0.005", "0.01", "0.05", "5.0", "+Inf"].map(bucket) == ["4", "4", "5", "6", "6", "7"])
        #expect(lines.contains(#"loa_http_request_seconds_count{route="/plans"} 7"#))
        #expect(lines.contains(#"loa_http_request_seconds_sum{route="/plans"} 6.036903"#))
    }

    @Test
    func `A request's line has the fields of any other, in one object`() throws {
        let lines = Locked<[String]>([])
        let log = SiteLog(
            now: { Date(timeIntervalSince1970: 0) }, write: { line in lines.withLock { $0.append(line) } })
        log.request(
            .info, reference: "A1", method: "GET", route: "/plans/:plan", status: 200, microseconds: 7)
        log.line(
            .info, "request",
            [
                ("reference", .text("A1")), ("method", .text("GET")), ("route", .text("/plans/:plan")),
                ("status", .number(200)), ("microseconds", .number(7)),
            ])
        let written = lines.withLock { $0 }
        #expect(written[0] == written[1])
        let object = try JSONSerialization.jsonObject(with: Data(written[0].utf8)) as? [String: Any]
        #expect(object?["status"] as? Int == 200 && object?["time"] as? String == "1970-01-01T00:00:00.000Z")
    }
}
