/// The other end of one request: libcurl hands it what comes and asks it for what goes out.
package protocol CurlExchange: AnyObject {
    /// A piece of the answer's body; false ends the transfer.
    func take(_ bytes: [UInt8]) -> Bool

    /// A line of the answer's head, or of a mail server's talk; false ends the transfer.
    func takeLine(_ line: [UInt8]) -> Bool

    /// The next bytes that go out, `limit` at most; none ends the body.
    func give(_ limit: Int) -> ArraySlice<UInt8>

    /// Whether `mayConnect` wants to be asked.
    var choosesAddresses: Bool { get }

    /// Whether a connection to this IP address, of 4 or 16 bytes, may be made.
    func mayConnect(to address: [UInt8]) -> Bool
}

// An exchange says only what it cares for.
extension CurlExchange {
    package func take(_ bytes: [UInt8]) -> Bool { true }
    package func takeLine(_ line: [UInt8]) -> Bool { true }
    package func give(_ limit: Int) -> ArraySlice<UInt8> { [] }
    package var choosesAddresses: Bool { false }
    package func mayConnect(to address: [UInt8]) -> Bool { true }
}

/// What libcurl's one pointer for all of its questions points at.
final class ExchangeBox {
    let exchange: any CurlExchange

    init(_ exchange: any CurlExchange) {
        self.exchange = exchange
    }
}
