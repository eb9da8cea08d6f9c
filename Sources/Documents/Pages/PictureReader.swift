import Foundation

/// Reads photographs and scans: jpeg, png, webp and TIFF of several pages.
struct PictureReader {
    let cage: Cage
    let workspace: Workspace
    let progress: @Sendable (ConversionProgress) -> Void

    /// ImageMagick's own limits; they refuse a decompression bomb by its declared size, before it is unpacked.
    static let limits = [
        "-limit", "width", String(ConversionLimits.pictureSidePixels),
        "-limit", "height", String(ConversionLimits.pictureSidePixels),
        "-limit", "area", "2GP", "-limit", "memory", "2GiB", "-limit", "map", "0", "-limit", "disk", "0",
        "-limit", "thread", "1", "-limit", "list-length", String(ConversionLimits.recognisedPages + 1),
    ]

    func read(_ file: String, kind: FileKind) async throws -> [PageText] {
        let sizes = try await sizes(of: file, kind: kind)
        guard sizes.count <= ConversionLimits.recognisedPages else {
            throw ConversionRefused.tooManyPagesToRecognise(sizes.count)
        }
        let recogniser = PageRecogniser(cage: cage, workspace: workspace, progress: progress)
        var pages = [PageText](repeating: PageText(text: "", source: .recognised), count: sizes.count)
        for (index, text) in try await recogniser.read(
            Array(sizes.indices),
            picture: { index in
                try await upright(file, kind: kind, page: index)
            })
        {
            pages[index].text = text
        }
        return pages
    }

    /// What the file of one picture says of when and where it was taken; nothing where it can't be read.
    ///
    /// Only its beginning is read, not the picture.
    func facts(of file: String, kind: FileKind) async throws -> PhotoFacts {
        let outcome = try await cage.run(
            ToolRun(
                tool: .convert,
                arguments: Self.limits + [
                    "-ping", source(kind) + "[0]", "-format", PhotoFacts.format, "info:",
                ],
                shown: [(file, inside(kind))], seconds: ConversionLimits.factsSeconds, outputBytes: 16_384))
        do { try outcome.end.check(kind) } catch is ConversionRefused { return PhotoFacts() }
        return PhotoFacts(output: String(decoding: outcome.output, as: UTF8.self))
    }

    /// Width and height of each page, from the headers alone: nothing is unpacked, so no limit on sides is set that
    /// would hide a giant behind "no image".
    private func sizes(of file: String, kind: FileKind) async throws -> [(Int, Int)] {
        let outcome = try await cage.run(
            ToolRun(
                tool: .convert, arguments: ["-ping", source(kind), "-format", "%w %h\\n", "info:"],
                shown: [(file, inside(kind))], seconds: ConversionLimits.renderSeconds))
        try outcome.end.check(kind)
        let sizes = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").compactMap {
            line in
            let words = line.split(separator: " ").compactMap { Int($0) }
            return words.count == 2 ? (words[0], words[1]) : nil
        }
        guard !sizes.isEmpty else { throw ConversionRefused.damaged(kind) }
        let isWithin = sizes.allSatisfy {
            max($0.0, $0.1) <= ConversionLimits.pictureSidePixels
                && $0.0 * $0.1 <= ConversionLimits.picturePixels
        }
        guard isWithin else { throw ConversionRefused.pictureTooLarge }
        return sizes
    }

    /// One page in grey, turned as the camera was held, and brought to between 200 and 450 dots per inch of an A4
    /// sheet: letters of the size that tesseract likes, and memory for the steps that follow.
    private func upright(_ file: String, kind: FileKind, page: Int) async throws -> String {
        let folder = try workspace.folder("page\(page)")
        let outcome = try await cage.run(
            ToolRun(
                tool: .convert,
                arguments: Self.limits + [
                    source(kind) + "[\(page)]", "-auto-orient", "-background", "#FFFFFF", "-alpha", "remove",
                    "-colorspace", "Gray", "-resize", "2000x2800<", "-resize", "4000x5600>", "-depth", "8",
                    "pgm:/out/page.pgm",
                ],
                shown: [(file, inside(kind))], writable: [(folder, "/out")],
                seconds: ConversionLimits.renderSeconds))
        if outcome.message.contains("exceeds limit") { throw ConversionRefused.pictureTooLarge }
        try outcome.end.check(kind)
        return folder + "/page.pgm"
    }

    private func inside(_ kind: FileKind) -> String { "/in/picture.\(kind.rawValue)" }

    /// The kind stands before the name, so that ImageMagick's other coders (scripts, URLs, PostScript) can't be woken.
    private func source(_ kind: FileKind) -> String { "\(kind.rawValue):\(inside(kind))" }
}
