import Foundation
import Testing

@testable import Domain

struct PasswordRulesTests {
    @Test(
        arguments: [
            ("matkhau12345", .common), ("Mật khẩu 2025!", .common), ("matkhaumatkhau", .common),
            ("Password1234", .common), ("qwertyuiop12", .common), ("123456789012", .common),
            ("abcdefghijkl", .common), ("aaaaaaaaaaaa", .common), ("abcabcabcabc", .common),
            ("1212121212121", .common), ("anhyêuem1234", .common), ("987654321098", .common),
            ("ngắn quá thôi".prefix(11).description, .tooShort), ("", .tooShort),
            (String(repeating: "Trời xanh mây trắng ", count: 60), .tooLong),
            ("nguyenlan2025", .personal), ("SởVănhóa2025", .personal),
        ] as [(String, PasswordRules.Fault)])
    func `What is tried first is refused`(password: String, fault: PasswordRules.Fault) {
        #expect(PasswordRules.fault(of: password, names: ["nguyenlan", "Sở Văn hóa"]) == fault)
    }

    @Test(
        arguments: [
            "con trâu đi trước cái cày", "Xin-lua-mua-dong-2x", "tre xanh, xanh tự bao giờ", "9f!Kd_w2pQz7",
            "nguyenlan va ba con meo den",
        ])
    func `Long and own passwords are taken, whatever they are made of`(password: String) {
        #expect(PasswordRules.fault(of: password, names: ["nguyenlan", "Sở Văn hóa"]) == nil)
    }

    @Test func `The bounds are exact`() {
        #expect(PasswordRules.fault(of: "bốn mùa hoa") == .tooShort)
        #expect(PasswordRules.fault(of: "bốn mùa hoa n") == nil)
        #expect(
            PasswordRules.fault(of: "bốn mùa hoa".padding(toLength: 12, withPad: "x", startingAt: 0)) == nil)
        let words = "bon mua hoa no "
        let long = String(String(repeating: words, count: 80).prefix(1025))
        #expect(PasswordRules.fault(of: long) == .tooLong)
    }
}

struct SignInThrottleTests {
    private let start = Date(timeIntervalSince1970: 1_763_000_000)

    @Test(arguments: SignInThrottle.Kind.allCases)
    func `The first wrong tries are free, then delays grow to a bound`(kind: SignInThrottle.Kind) {
        var throttle = SignInThrottle(kind: kind)
        var last: TimeInterval = 0
        for count in 1...200 {
            throttle = throttle.afterFailure(at: start)
            let wait = throttle.waitSeconds(at: start)
            if count < kind.freeFailures {
                #expect(wait == 0)
            } else {
                #expect(wait >= SignInThrottle.firstDelaySeconds)
            }
            #expect(wait >= last)
            #expect(wait <= SignInThrottle.longestDelaySeconds)
            last = wait
        }
        #expect(last == SignInThrottle.longestDelaySeconds)
    }

    @Test func `Nobody is locked out for ever`() {
        var throttle = SignInThrottle(kind: .account)
        for _ in 0..<1_000_000 { throttle = throttle.afterFailure(at: start) }
        #expect(throttle.waitSeconds(at: start.addingTimeInterval(SignInThrottle.longestDelaySeconds)) == 0)
    }

    @Test func `A day without a wrong try begins the count anew`() {
        var throttle = SignInThrottle(kind: .account, failures: 50, lastFailureAt: start)
        throttle = throttle.afterFailure(at: start.addingTimeInterval(SignInThrottle.forgetAfterSeconds))
        #expect(throttle.failures == 1)
    }

    @Test func `A clock that goes back doesn't lengthen the delay`() {
        let throttle = SignInThrottle(kind: .account, failures: 6, lastFailureAt: start)
        #expect(
            throttle.waitSeconds(at: start.addingTimeInterval(-1_000_000)) == throttle.waitSeconds(at: start))
    }
}

struct SessionRulesTests {
    private let start = Date(timeIntervalSince1970: 1_763_000_000)
    private let rules = SessionRules(idleSeconds: 100, absoluteSeconds: 1000)

    @Test(
        arguments: [
            (0, 0, true), (99, 0, true), (100, 0, false), (999, 950, true), (1000, 999, false),
            (-30, 0, true),
            (-120, 0, false),
        ] as [(TimeInterval, TimeInterval, Bool)])
    func `A session ends by idleness, by age, and when the clock goes far back`(
        now: TimeInterval, seen: TimeInterval, isAlive: Bool
    ) {
        let alive = rules.isAlive(
            createdAt: start, lastSeenAt: start.addingTimeInterval(seen), at: start.addingTimeInterval(now))
        #expect(alive == isAlive)
    }
}

struct AccountNameTests {
    @Test(arguments: ["lan", "nguyen.van-a_1", "0123"])
    func `Plain names are names`(name: String) {
        #expect(Account.isName(name))
    }

    @Test(arguments: [
        "", "ab", "Lan", "lân", "a b c", "a'; DROP TABLE account; --", "lan\u{0}", "<b>lan</b>",
    ])
    func `Other texts are none`(name: String) {
        #expect(!Account.isName(name))
    }
}
