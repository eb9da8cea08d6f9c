import Foundation
import HTTP

@testable import HTTPEngine

/// Runs the body against a server on loopback and shuts it down afterwards.
func withServer<Value: Sendable>(
    configure: (inout ServerConfiguration) -> Void = { _ in },
    onFailure: @escaping @Sendable (any Error, Request) -> Void = { _, _ in },
    _ handler: @escaping Handler,
    atOnce: @escaping AnswerAtOnce = { _ in nil },
    _ body: @escaping @Sendable (HTTPServer, UInt16) async throws -> Value
) async throws -> Value {
    var configuration = ServerConfiguration.loopback()
    configuration.loops = 2
    configure(&configuration)
    let server = HTTPServer(
        configuration: configuration, handler: handler, atOnce: atOnce, onFailure: onFailure)
    let bound = try server.start()
    var port: UInt16 = 0
    for case .tcp(_, let chosen) in bound { port = chosen }
    do {
        let value = try await body(server, port)
        await server.shutdown(grace: .seconds(5))
        return value
    } catch {
        await server.shutdown(grace: .zero)
        throw error
    }
}

/// A condition that one task waits for and another sets.
actor Signal {
    private var isSet = false
    private var waiters: [CheckedContinuation<Void, Never>] = []

    func set() {
        isSet = true
        for waiter in waiters { waiter.resume() }
        waiters = []
    }

    func wait() async {
        if isSet { return }
        await withCheckedContinuation { waiters.append($0) }
    }
}

/// Waits until the metrics say so; each look is a new one, so no time is assumed.
func eventually(_ server: HTTPServer, _ condition: (ServerMetrics) -> Bool) async {
    while !condition(server.metrics) { await Task.yield() }
}
