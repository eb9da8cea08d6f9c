import Markup
import Testing

@testable import Site

struct GuideTests {
    @Test func `The few marks that the guide uses become blocks`() {
        let guide = GuideText(
            """
            # Title

            One line
            and the next.

            ## Part

            1. First **step**
               goes on.
            2. Second.

            ![a picture](images/a.png)

            - Any
            """)
        #expect(
            guide.blocks == [
                .heading(level: 1, "Title"), .paragraph("One line and the next."), .heading(level: 2, "Part"),
                .list(isNumbered: true, ["First **step** goes on.", "Second."]),
                .list(isNumbered: false, ["Any"]),
            ])
    }

    @Test(arguments: [
        ("chọn **Lưu** rồi", [GuideText.Run.plain("chọn "), .bold("Lưu"), .plain(" rồi")]),
        ("`loa serve`", [.code("loa serve")]), ("**chưa hết", [.plain("**chưa hết")]), ("", []),
    ])
    func `Words are told apart by their marks`(text: String, runs: [GuideText.Run]) {
        #expect(GuideText.runs(text) == runs)
    }

    @Test func `The guide shows no mark of Markdown, and each part can be gone to`() throws {
        let blocks = GuideText.standard.blocks
        var lines: [String] = []
        for block in blocks {
            switch block {
            case .heading(_, let text), .paragraph(let text): lines.append(text)
            case .list(_, let items): lines += items
            }
        }
        let words = lines.flatMap(GuideText.runs).map { run in
            switch run {
            case .plain(let words), .bold(let words), .code(let words): words
            }
        }
        #expect(words.allSatisfy { !$0.contains("**") && !$0.contains("![") && !$0.contains("](") })
        #expect(blocks.count { if case .heading(level: 2, _) = $0 { true } else { false } } >= 8)
    }

    /// A button or a list that the guide names must be one that the screens show.
    @Test(arguments: [
        Phrase.receive, .correctNow, .issuePlan, .startWork, .handIn, .takeReportBack, .returnWork,
        .acceptWork,
        .askForPart, .acceptPart, .returnPart, .handInPart, .beginPart, .addFile, .addPhoto, .addLink,
        .askForTime, .grantTime, .registerPlan, .remindWork, .fillPost, .reorganise, .preview, .decide,
        .undoReorganisation, .noticeSettings, .noticeRecord, .makeFeed, .revokeFeed, .apiTokens,
        .partyQuestions,
        .bulkTitle, .handInPeriod, .compareDuties, .withdraw, .nobodyMeant,
    ])
    func `The guide's names are the screens'`(name: Phrase) {
        let guide = String(decoding: PackageResources.huong_dan_md, as: UTF8.self)
        #expect(guide.contains("**\(name.vi)") || guide.contains(name.vi + "**"), "\(name.vi)")
    }
}
