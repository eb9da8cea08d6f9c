import HTTP
import Testing

struct ClientTests {
    @Test(
        "Addresses are read and written in their canonical form",
        arguments: [
            ("127.0.0.1", "127.0.0.1"), ("::", "::"), ("::1", "::1"), ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"),
            ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("::ffff:1.2.3.4", "1.2.3.4"), ("fe80::", "fe80::"),
            ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ])
    func addresses(_ text: String, _ canonical: String) { #expect(IPAddress(text)?.description == canonical) }

    @Test(
        "What is no address is none",
        arguments: [
            "", "1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.4.5", "1.2.3.4 ", "+1.2.3.4", ":", ":::", "1::2::3",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9", "12345::", "g::", "fe80::1%eth0", "[::1]", "1:2:3:4:5:6:7:8::",
        ])
    func noAddresses(_ text: String) { #expect(IPAddress(text) == nil) }

    @Test("Ranges hold what their prefix says")
    func ranges() throws {
        let ten = try #require(AddressRange("10.0.0.0/8"))
        let local = try #require(AddressRange("fd00::/8"))
        let holds = { (range: AddressRange, text: String) in IPAddress(text).map(range.contains) == true }
        #expect(holds(ten, "10.255.0.1") && !holds(ten, "11.0.0.1"))
        #expect(holds(local, "fdff::1") && !holds(local, "fe00::1"))
        #expect(holds(try #require(AddressRange("0.0.0.0/0")), "9.9.9.9"))
        for bad in ["10.0.0.0/33", "10.0.0.0/", "x/8", "::/129", "10.0.0.0/+8", "1.1.1.1/8/8"] {
            #expect(AddressRange(bad) == nil)
        }
    }

    private func request(_ peer: String, _ headers: Headers) throws -> Request {
        var request = try Request(.get, "/", headers: headers)
        request.client = .ip(try #require(IPAddress(peer)))
        return request
    }

    @Test("Only named proxies speak for others, and only for the last stranger")
    func forwarded() throws {
        let proxies = TrustedProxies(ranges: [try #require(AddressRange("10.0.0.0/8"))])
        let headers: Headers = [
            "X-Forwarded-For": "6.6.6.6, 203.0.113.9, 10.0.0.2", "X-Forwarded-Proto": "https",
            "X-Forwarded-Host": "Loa.vn",
        ]
        var trusted = try request("10.0.0.1", headers)
        proxies.apply(to: &trusted)
        #expect(trusted.client.description == "203.0.113.9" && trusted.origin == "https://loa.vn")
        var stranger = try request("203.0.113.7", headers)
        proxies.apply(to: &stranger)
        #expect(stranger.client.description == "203.0.113.7" && stranger.origin == "http://localhost")
        var garbled = try request(
            "10.0.0.1",
            ["X-Forwarded-For": "unknown", "X-Forwarded-Proto": "https, http", "X-Forwarded-Host": "a/b"])
        proxies.apply(to: &garbled)
        #expect(garbled.client.description == "10.0.0.1" && garbled.origin == "http://localhost")
    }

    @Test("A throttle counts IPv6 clients by their network")
    func throttle() throws {
        #expect(ClientAddress.ip(try #require(IPAddress("2001:db8::1:2"))).throttleKey == "2001:db8::/64")
        #expect(ClientAddress.ip(try #require(IPAddress("1.2.3.4"))).throttleKey == "1.2.3.4")
    }

    @Test(
        "Hosts follow their grammar",
        arguments: [
            ("a", "a"), ("A.B:80", "a.b:80"), ("[::1]", "[::1]"), ("[::1]:8080", "[::1]:8080"),
            ("a_b-c.d", "a_b-c.d"),
        ])
    func hosts(_ text: String, _ host: String) { #expect(HostName.normalized(text) == host) }

    @Test(
        "What is no host is none",
        arguments: [
            "", ":80", "a:", "a:0", "a:65536", "a:+1", "a b", "a/b", "u@a", "[1.2.3.4]", "[::1", "[::1]x",
            "ế", "a,b",
        ])
    func noHosts(_ text: String) { #expect(HostName.normalized(text) == nil) }

    @Test(
        "A server on loopback answers under this machine's own names alone",
        arguments: [
            ("localhost", true), ("localhost:8080", true), ("127.0.0.1:9", true), ("127.8.9.1", true),
            ("[::1]:8080", true), ("", true), ("evil.example", false), ("evil.example:8080", false),
            ("localhost.evil.example", false), ("127.0.0.1.evil.example", false), ("10.0.0.5", false),
            ("[::2]", false), ("loa", false),
        ])
    func loopbackHosts(_ host: String, _ isAllowed: Bool) {
        #expect(AllowedHosts.loopback.allows(host) == isAllowed)
        #expect(AllowedHosts.any.allows(host))
    }

    @Test("Beside them it answers under the address it listens on and its public name")
    func allowedHosts() throws {
        let bound = AllowedHosts(bound: IPAddress("10.0.0.5"), publicAddress: nil)
        #expect(["10.0.0.5", "10.0.0.5:80", "localhost"].allSatisfy(bound.allows))
        #expect(!["10.0.0.6", "evil.example"].contains(where: bound.allows))
        // Bound to every address, it can't know them all; a name that was made to point here is none of them.
        for everywhere in ["0.0.0.0", "::"] {
            let hosts = AllowedHosts(bound: IPAddress(everywhere), publicAddress: nil)
            #expect(
                ["10.0.0.5:80", "[2001:db8::1]"].allSatisfy(hosts.allows) && !hosts.allows("evil.example"))
        }
        for (text, allowed, refused) in [
            ("https://Loa.example.vn", "loa.example.vn", "loa.example.vn:80"),
            ("https://loa.example.vn/", "loa.example.vn:443", "a.loa.example.vn"),
            ("http://loa.example.vn:80", "loa.example.vn", "loa.example.vn:8080"),
            ("http://loa.example.vn:81", "loa.example.vn:81", "loa.example.vn"),
            ("https://[2001:db8::1]", "[2001:db8::1]:443", "[2001:db8::2]"),
        ] {
            let address = try #require(PublicAddress(text))
            let hosts = AllowedHosts(bound: nil, publicAddress: address)
            #expect(hosts.allows(allowed) && hosts.allows("localhost") && !hosts.allows(refused), "\(text)")
        }
        for bad in ["loa.example.vn", "ftp://a", "https://", "https://a/b", "https://u@a", "https://a:0"] {
            #expect(PublicAddress(bad) == nil)
        }
    }
}
