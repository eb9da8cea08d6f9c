import Foundation

/// Reads PDF: the pages' own characters where there are any, recognition of the rendered page where not.
struct PDFReader {
    let cage: Cage
    let workspace: Workspace
    let progress: @Sendable (ConversionProgress) -> Void

    private static let inside = "/in/document.pdf"

    func read(_ file: String) async throws -> [PageText] {
        let (sizes, properties) = try await pageSizes(file)
        progress(ConversionProgress(stage: .converting, page: 0, pages: sizes.count))
        var pages = try await textLayers(file, count: sizes.count)
        let pictures = try await picturePages(file)
        let doubtful = pages.indices.filter {
            TextLayer(pages[$0].text).needsRecognition(hasPicture: pictures.contains($0 + 1))
        }
        guard doubtful.count <= ConversionLimits.recognisedPages else {
            throw ConversionRefused.tooManyPagesToRecognise(doubtful.count)
        }
        let recogniser = PageRecogniser(cage: cage, workspace: workspace, progress: progress)
        let read = try await recogniser.read(doubtful) { index in
            try await render(file, page: index + 1, sizePoints: sizes[index])
        }
        for (index, text) in read {
            let layer = TextLayer(pages[index].text)
            // Broken words are never kept, however many: nobody would notice before the plan is wrong.
            guard layer.isBroken || TextLayer(text).letters > layer.letters else { continue }
            pages[index] = PageText(text: text, source: .recognised)
        }
        pages[0].asides = properties
        return pages
    }

    /// The size of each page in points, by its number, with title, subject and keywords; refuses what has too many.
    private func pageSizes(_ file: String) async throws -> ([Double], [String]) {
        let counted = try await pdf(.pdfinfo, ["-enc", "UTF-8"], file)
        guard let line = counted.split(separator: "\n").first(where: { $0.hasPrefix("Pages:") }),
            let count = Int(line.dropFirst(6).trimmingCharacters(in: .whitespaces)), count > 0
        else { throw ConversionRefused.damaged(.pdf) }
        guard count <= ConversionLimits.pdfPages else { throw ConversionRefused.tooManyPages(count) }
        let listed = try await pdf(.pdfinfo, ["-f", "1", "-l", String(count)], file)
        var sizes = [Double](repeating: 842, count: count)
        for line in listed.split(separator: "\n") where line.hasPrefix("Page ") && line.contains(" size:") {
            // "Page    1 size:  595.304 x 841.89 pts (A4)"
            let words = line.split(separator: " ")
            guard words.count >= 6, let page = Int(words[1]), sizes.indices.contains(page - 1) else {
                continue
            }
            sizes[page - 1] = max(Double(words[3]) ?? 842, Double(words[5]) ?? 842, 1)
        }
        let properties = counted.split(separator: "\n").prefix { !$0.hasPrefix("Pages:") }
            .compactMap { line in line.firstIndex(of: ":").map { String(line[line.index(after: $0)...]) } }
        return (sizes, properties)
    }

    private func textLayers(_ file: String, count: Int) async throws -> [PageText] {
        let output = try workspace.folder("output")
        _ = try await pdf(
            .pdftotext, ["-enc", "UTF-8", "-eol", "unix", "-layout"], file, output: "/out/text.txt")
        // A PDF of pictures alone still gives its form feeds.
        let bytes = try ToolOutput.bytes(output + "/text.txt", orElse: .damaged(.pdf))
        var pages = bytes.split(separator: 0x0C, omittingEmptySubsequences: false)
            .map { PageText(text: String(decoding: $0, as: UTF8.self), source: .text) }
        if pages.count > count { pages.removeLast(pages.count - count) }
        while pages.count < count { pages.append(PageText(text: "", source: .text)) }
        return pages
    }

    /// Numbers of the pages that a picture covers for the most part, as a scanner makes them.
    private func picturePages(_ file: String) async throws -> Set<Int> {
        let listed = try await pdf(.pdfimages, ["-list"], file, outputBytes: ConversionLimits.textBytes)
        var covered: Set<Int> = []
        for line in listed.split(separator: "\n").dropFirst(2) {
            // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
            let words = line.split(separator: " ")
            guard words.count >= 14, let page = Int(words[0]), let width = Double(words[3]),
                let height = Double(words[4]),
                let across = Double(words[12]), let down = Double(words[13]), across > 0, down > 0
            else { continue }
            // Half of A4 is 48 square inches.
            if width / across * (height / down) > 48 { covered.insert(page) }
        }
        return covered
    }

    private func render(_ file: String, page: Int, sizePoints: Double) async throws -> String {
        let output = try workspace.folder("page\(page)")
        let dots = min(
            Double(ConversionLimits.renderDotsPerInch),
            Double(ConversionLimits.renderSidePixels) / (sizePoints / 72))
        _ = try await pdf(
            .pdftoppm,
            ["-f", String(page), "-l", String(page), "-r", String(dots), "-gray", "-singlefile"],
            file, output: "/out/page", folder: output, seconds: ConversionLimits.renderSeconds)
        return output + "/page.pgm"
    }

    private func pdf(
        _ tool: Tool, _ arguments: [String], _ file: String, output: String? = nil, folder: String? = nil,
        seconds: Int = ConversionLimits.pdfSeconds, outputBytes: Int = 1_048_576
    ) async throws -> String {
        var run = ToolRun(
            tool: tool, arguments: arguments + [Self.inside] + (output.map { [$0] } ?? []),
            shown: [(file, Self.inside)], seconds: seconds, outputBytes: outputBytes)
        if output != nil { run.writable = [(try folder ?? workspace.folder("output"), "/out")] }
        let outcome = try await cage.run(run)
        if outcome.message.contains("Incorrect password") { throw ConversionRefused.passwordProtected }
        try outcome.end.check(.pdf)
        return String(decoding: outcome.output, as: UTF8.self)
    }
}

/// The text of one page and how it was won.
struct PageText: Sendable {
    var text: String
    var source: ConvertedPage.Source
    /// What the file holds beside its text and no reader sees: title, comments, deleted words.
    ///
    /// Only searched for marks of secrecy, then dropped.
    var asides: [String] = []
}
