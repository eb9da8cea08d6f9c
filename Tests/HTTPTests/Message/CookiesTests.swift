import HTTP
import Testing

struct CookiesTests {
    @Test("Well-formed cookies are read, malformed ones left out")
    func reading() {
        let cookies = Cookies(["a=1; b=x=y;c=2", "bad name=1; =3; d=\"q\"; e=a,b; f=é; g=\u{1}; h="])
        #expect(cookies["a"] == "1" && cookies["b"] == "x=y" && cookies["c"] == "2" && cookies["h"] == "")
        for name in ["bad name", "", "d", "e", "f", "g", "A"] { #expect(cookies[name] == nil, "\(name)") }
    }

    @Test("A name with two different values has none, since one of them was planted")
    func planted() {
        #expect(Cookies(["s=1; s=2"])["s"] == nil)
        #expect(Cookies(["s=1; s=1"])["s"] == "1")
    }

    @Test("A set cookie is guarded unless said otherwise")
    func setting() {
        var cookie = SetCookie("__Host-s", "abc-_")
        #expect(cookie.fieldValue == "__Host-s=abc-_; Path=/; HttpOnly; Secure; SameSite=Lax")
        cookie.maximumAgeSeconds = 0
        cookie.sameSite = .strict
        cookie.isSecure = false
        cookie.isHTTPOnly = false
        #expect(cookie.fieldValue == "__Host-s=abc-_; Path=/; Max-Age=0; SameSite=Strict")
    }
}
