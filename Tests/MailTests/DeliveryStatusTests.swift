import Testing

@testable import Mail

struct DeliveryStatusTests {
    private static let report = """
        Return-Path: <>
        From: Mail Delivery System <Mailer-Daemon@mx.xa.vn>
        To: loa+01abc@tinh.vn
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="b1"
        MIME-Version: 1.0
        Subject: Mail delivery failed

        preamble
        --b1
        Content-type: text/plain

        This message was created automatically.

        Final-Recipient: rfc822;somebody@else.vn
        --b1
        Content-type: message/delivery-status

        Reporting-MTA: dns; mx.xa.vn

        Action: failed
        Final-Recipient: rfc822;lan@xa.vn
        Status: 5.1.1 (bad destination)
        Diagnostic-Code: smtp; 550
          no such user

        --b1
        Content-type: message/rfc822

        To: lan@xa.vn
        --b1--

        """

    private func read(_ text: String) throws -> DeliveryStatus { try DeliveryStatus(Array(text.utf8)) }

    @Test(arguments: ["\n", "\r\n"])
    func `A report of RFC 3464 says who wasn't reached and why`(end: String) throws {
        let status = try read(Self.report.replacing("\n", with: end))
        #expect(status.sentTo?.description == "loa+01abc@tinh.vn")
        let one = try #require(status.recipients.first)
        #expect(status.recipients.count == 1 && one.isFinal)
        #expect(one.address.description == "lan@xa.vn" && one.status == "5.1.1")
        #expect(one.diagnostic == "smtp; 550 no such user")
    }

    @Test func `A delay is no failure`() throws {
        let late = try read(
            Self.report.replacing("Action: failed", with: "Action: delayed").replacing("5.1.1", with: "4.4.1")
        )
        #expect(late.recipients.map(\.isFinal) == [false])
    }

    @Test(arguments: [
        ("multipart/report", "multipart/mixed", DeliveryStatus.Fault.noReport),
        ("delivery-status;", "disposition;", .noReport),
        ("message/delivery-status", "text/plain", .noStatus), ("Action: failed", "Action: fell", .badStatus),
        ("Action: failed", "Actio: failed", .badStatus), ("5.1.1", "5.1", .badStatus),
        ("5.1.1", "9.1.1", .badStatus),
        ("rfc822;lan@xa.vn", "x400;lan@xa.vn", .badStatus), ("rfc822;lan@xa.vn", "rfc822;lan", .badStatus),
    ])
    func `Anything else isn't believed`(part: String, other: String, fault: DeliveryStatus.Fault) {
        #expect(throws: fault) { try read(Self.report.replacing(part, with: other)) }
    }

    @Test func `A person's answer and endless ones are refused`() {
        #expect(throws: DeliveryStatus.Fault.noReport) { try read("To: loa@tinh.vn\n\nĐã nhận.") }
        #expect(throws: DeliveryStatus.Fault.noReport) { try read("") }
        #expect(throws: DeliveryStatus.Fault.tooLong) {
            try DeliveryStatus([UInt8](repeating: 65, count: DeliveryStatus.longestBytes + 1))
        }
    }
}
