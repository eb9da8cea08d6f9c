import Foundation
import Testing

@testable import Download

struct S3DocumentTests {
    private func read(_ inside: String) -> S3ListPage? {
        S3ListPage(
            Array(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>kho</Name>\(inside)</ListBucketResult>
                """.utf8))
    }

    private func file(_ key: String, size: String = "12", date: String = "2026-11-21T05:00:00.000Z") -> String
    {
        "<Contents><Key>\(key)</Key><LastModified>\(date)</LastModified><ETag>&quot;a&quot;</ETag><Size>\(size)</Size>"
            + "<Owner><ID>me</ID></Owner></Contents>"
    }

    @Test func `A page gives files with their sizes and times, and the way to the next`() throws {
        let page = try #require(
            read(
                file("a/1.root.json") + file("b&amp;c&#x1EA1;&#65;", size: "0", date: "2026-11-21T05:00:01Z")
                    + "<IsTruncated>true</IsTruncated><NextContinuationToken>a+/=&amp;</NextContinuationToken>"
            ))
        #expect(page.entries.map(\.key) == ["a/1.root.json", "b&cạA"])
        #expect(page.entries.map(\.sizeBytes) == [12, 0])
        let five = Date(timeIntervalSince1970: 1_795_237_200)
        #expect(page.entries.map(\.writtenAt) == [five, five + 1])
        #expect(page.next == "a+/=&")
    }

    @Test func `An empty list and a last page have no next`() throws {
        #expect(try #require(read("<IsTruncated>false</IsTruncated>")).entries.isEmpty)
        let last = try #require(read(file("x") + "<IsTruncated>false</IsTruncated>"))
        #expect(last.next == nil && last.entries.count == 1)
    }

    @Test(arguments: [
        // Cut short without a way on; without what is asked for; no number, no date, no text.
        "<IsTruncated>true</IsTruncated>",
        "<IsTruncated>true</IsTruncated><NextContinuationToken></NextContinuationToken>",
        "<Contents><Key>a</Key><Size>1</Size></Contents>",
        "<Contents><Key>a</Key><Size>x</Size><LastModified>2026-11-21T05:00:00Z</LastModified></Contents>",
        "<Contents><Key>a</Key><Size>1</Size><LastModified>today</LastModified></Contents>",
        "<Contents><Key>a</Key><Size>1</Size><LastModified></LastModified></Contents>",
        "<Contents><Key><b>a</b></Key><Size>1</Size><LastModified>2026-11-21T05:00:00Z</LastModified></Contents>",
        "<Contents><Key>&nonsense;</Key><Size>1</Size><LastModified>2026-11-21T05:00:00Z</LastModified></Contents>",
        "<Contents><Key>&#x110000;</Key><Size>1</Size><LastModified>2026-11-21T05:00:00Z</LastModified></Contents>",
        "<![CDATA[<Contents>]]>", "<!-- <Contents> -->",
    ])
    func `What isn't whole is no page`(inside: String) {
        #expect(read(inside) == nil)
    }

    @Test func `Something else is no page, whatever its bytes`() {
        #expect(S3ListPage(Array("<html>Welcome</html>".utf8)) == nil)
        #expect(S3ListPage([]) == nil)
        #expect(S3ListPage([0xFF, 0x00, 0x3C]) == nil)
        #expect(
            S3ListPage(Array("<!DOCTYPE x [<!ENTITY a 'b'>]><ListBucketResult></ListBucketResult>".utf8))
                == nil)
    }

    @Test(arguments: [
        ("NoSuchBucket" as String?, 404, S3Failure.Code.noBucket), ("SignatureDoesNotMatch", 403, .wrongKey),
        ("InvalidAccessKeyId", 403, .wrongKey), ("AccessDenied", 403, .notAllowed), (nil, 403, .notAllowed),
        ("RequestTimeTooSkewed", 403, .clockSkew), ("PermanentRedirect", 301, .elsewhere),
        (nil, 307, .elsewhere),
        ("SlowDown", 503, .unavailable), (nil, 429, .unavailable), (nil, 500, .unavailable),
        ("NoSuchKey", 404, .unexpected(status: 404)), (nil, 400, .unexpected(status: 400)),
    ])
    func `Failures go by their names, then by their status`(name: String?, status: Int, code: S3Failure.Code)
    {
        #expect(S3Failure.Code(status: status, name: name) == code)
    }
}
