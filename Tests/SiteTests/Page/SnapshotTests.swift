import Domain
import Foundation
import HTTP
import Testing

@testable import Site

/// Whole pages that change only on purpose.
///
/// Written anew only where `LOA_WRITE_SNAPSHOTS` is set, and that run fails.
@Suite("Snapshots of pages") struct SnapshotTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appendingPathComponent("__Snapshots__")

    @Test(
        "a page is what it was",
        arguments: [
            ("sign-in", "/sign-in", nil), ("plan", "/plans/plan-1", Role.planner),
            ("correct", "/plans/plan-1/correct", .planner),
            ("upload", "/upload", .planner), ("not-found", "/nowhere", nil), ("keys", "/help/keys", nil),
        ] as [(String, String, Role?)])
    func page(_ name: String, _ target: String, _ role: Role?) async throws {
        try await TestSite.with { test in
            try await test.draft()
            var browser = Browser(site: test)
            if let role { browser = try await test.browser(role) }
            let text = Self.steady(try await browser.get(target).text)
            let file = Self.folder.appendingPathComponent(name + ".html")
            if ProcessInfo.processInfo.environment["LOA_WRITE_SNAPSHOTS"] != nil {
                try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
                Issue.record("written anew: \(name)")
                return
            }
            let kept = try String(contentsOf: file, encoding: .utf8)
            #expect(text == kept, "\(name) has changed; LOA_WRITE_SNAPSHOTS=1 writes it anew")
        }
    }

    /// Without what differs from run to run: tokens, references, identifiers, versions of assets.
    static func steady(_ html: String) -> String {
        html.replacing(/name="token" value="[^"]*"/, with: "name=\"token\" value=\"…\"")
            .replacing(/\/assets\/[0-9a-z]+\//, with: "/assets/…/")
            .replacing(/<code>[0-9A-Z]{10}<\/code>/, with: "<code>…</code>")
            .replacing(/value="[0-9a-z]{26}"/, with: "value=\"…\"")
    }
}
