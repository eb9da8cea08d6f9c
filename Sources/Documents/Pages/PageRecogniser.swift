import Foundation

/// Recognises Vietnamese text on pictures of pages, a few pages side by side.
struct PageRecogniser {
    let cage: Cage
    let workspace: Workspace
    let progress: @Sendable (ConversionProgress) -> Void

    /// Reads the pages with the given indices; `picture` makes one page's picture in a folder of its own, which is
    /// removed when the page has been read, so that memory holds only what is worked on.
    func read(
        _ pages: [Int], picture: @escaping @Sendable (Int) async throws -> String
    ) async throws -> [(index: Int, text: String)] {
        guard !pages.isEmpty else { return [] }
        progress(ConversionProgress(stage: .recognising, page: 0, pages: pages.count))
        return try await withThrowingTaskGroup(of: (Int, String).self) { group in
            var waiting = pages[...]
            var results: [(index: Int, text: String)] = []
            func next() {
                guard let index = waiting.popFirst() else { return }
                group.addTask {
                    let file = try await picture(index)
                    defer {
                        try? FileManager.default.removeItem(
                            atPath: (file as NSString).deletingLastPathComponent)
                    }
                    return (index, try await recognise(file))
                }
            }
            for _ in 0..<ConversionLimits.recognitionWidth { next() }
            while let (index, text) = try await group.next() {
                results.append((index, text))
                progress(ConversionProgress(stage: .recognising, page: results.count, pages: pages.count))
                next()
            }
            return results
        }
    }

    private func recognise(_ file: String) async throws -> String {
        let cleaned = try await straightened(file)
        let outcome = try await cage.run(
            ToolRun(
                tool: .tesseract,
                arguments: [
                    "/in/page.pgm", "stdout", "-l", "vie", "--dpi", "300", "--psm", "3", "-c",
                    "preserve_interword_spaces=1",
                ],
                shown: [(cleaned, "/in/page.pgm")], seconds: ConversionLimits.recognitionSeconds))
        if outcome.end == .timedOut { throw ConversionRefused.tookTooLong }
        // A page that tesseract can't read at all (blank, a photograph) is an empty page, not a broken document.
        if case .exited(code: 1) = outcome.end { return "" }
        try outcome.end.check(.png)
        return RecognisedText(String(decoding: outcome.output, as: UTF8.self).replacing("\u{0C}", with: ""))
            .text
    }

    /// The page turned straight.
    ///
    /// Measured on three pages turned by 2.3 degrees: 99.4% of the words are right with it, 53.5% without; up
    /// to about one degree it makes no difference.
    private func straightened(_ file: String) async throws -> String {
        let folder = (file as NSString).deletingLastPathComponent
        let outcome = try await cage.run(
            ToolRun(
                tool: .convert,
                arguments: PictureReader.limits + [
                    "pgm:/out/" + (file as NSString).lastPathComponent, "-deskew", "40%", "+repage", "-depth",
                    "8", "pgm:/out/straight.pgm",
                ],
                writable: [(folder, "/out")], seconds: ConversionLimits.renderSeconds))
        try outcome.end.check(.png)
        return folder + "/straight.pgm"
    }
}
