import Glibc
import Testing

@testable import Download

struct AddressReachTests {
    static let kinds: [(String, AddressReach.Kind)] = [
        ("8.8.8.8", .internet), ("113.160.0.1", .internet), ("172.15.0.1", .internet),
        ("172.32.0.1", .internet),
        ("100.63.255.255", .internet), ("100.128.0.0", .internet), ("192.0.1.1", .internet),
        ("198.20.0.0", .internet),
        ("127.0.0.1", .loopback), ("127.255.255.255", .loopback), ("::1", .loopback),
        ("10.0.0.1", .privateNetwork), ("172.16.0.1", .privateNetwork), ("172.31.255.255", .privateNetwork),
        ("192.168.1.1", .privateNetwork), ("100.64.0.1", .privateNetwork), ("fc00::1", .privateNetwork),
        ("fdff::1", .privateNetwork),
        ("0.0.0.0", .special), ("169.254.169.254", .special), ("192.0.0.8", .special),
        ("192.0.2.1", .special),
        ("192.88.99.1", .special), ("198.18.0.1", .special), ("198.51.100.1", .special),
        ("203.0.113.1", .special),
        ("224.0.0.1", .special), ("255.255.255.255", .special),
        ("::", .special), ("::ffff:127.0.0.1", .special), ("::ffff:8.8.8.8", .special),
        ("64:ff9b::7f00:1", .special),
        ("fe80::1", .special), ("fec0::1", .special), ("ff02::1", .special), ("2001::1", .special),
        ("2001:db8::1", .special), ("2002:7f00:1::", .special), ("3fff::1", .special), ("100::1", .special),
        ("2001:4860:4860::8888", .internet), ("2400:cb00::1", .internet),
    ]

    private func bytes(_ text: String) -> [UInt8] {
        let isV6 = text.contains(":")
        var bytes = [UInt8](repeating: 0, count: isV6 ? 16 : 4)
        precondition(inet_pton(isV6 ? AF_INET6 : AF_INET, text, &bytes) == 1)
        return bytes
    }

    @Test(arguments: kinds.indices)
    func `Every kind of address is told from the others`(index: Int) {
        let (text, kind) = Self.kinds[index]
        #expect(AddressReach.kind(of: bytes(text)) == kind, "\(text)")
    }

    @Test func `The operator opens two kinds, and nobody the special ones`() {
        let reaches: [(AddressReach, Set<AddressReach.Kind>)] = [
            (.internet(andLoopback: false, andPrivate: false), [.internet]),
            (.internet(andLoopback: true, andPrivate: false), [.internet, .loopback]),
            (.internet(andLoopback: false, andPrivate: true), [.internet, .privateNetwork]),
            (.everything, [.internet, .loopback, .privateNetwork, .special]),
        ]
        for (reach, kinds) in reaches {
            for kind in [AddressReach.Kind.loopback, .privateNetwork, .internet, .special] {
                #expect(reach.allows(kind) == kinds.contains(kind), "\(reach) \(kind)")
            }
        }
    }

    @Test func `Bytes that are no address are special`() {
        #expect(AddressReach.kind(of: []) == .special)
        #expect(AddressReach.kind(of: [8, 8, 8]) == .special)
    }
}
