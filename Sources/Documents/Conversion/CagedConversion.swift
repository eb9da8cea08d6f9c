import Foundation

/// One conversion inside the cage: which reader takes the file.
struct CagedConversion {
    let cage: Cage
    let workspace: Workspace
    let progress: @Sendable (ConversionProgress) -> Void

    func read(_ file: String, kind: FileKind, bytes: [UInt8]) async throws -> ([PageText], [ConversionNotice])
    {
        switch kind {
        case .docx, .doc, .odt, .rtf: try await office(file, kind)
        case .html: try await office(try harmlessCopy(bytes), kind)
        case .pdf: (try await PDFReader(cage: cage, workspace: workspace, progress: progress).read(file), [])
        case .jpeg, .png, .tiff, .webp:
            (
                try await PictureReader(cage: cage, workspace: workspace, progress: progress).read(
                    file, kind: kind), []
            )
        case .text: preconditionFailure("Plain text needs no tool.")
        }
    }

    private func office(_ file: String, _ kind: FileKind) async throws -> ([PageText], [ConversionNotice]) {
        progress(ConversionProgress(stage: .converting))
        let read = try await OfficeReader(cage: cage, workspace: workspace).read(file, kind: kind)
        let page = PageText(text: read.text, source: .text, asides: read.asides)
        return ([page], read.hasTrackedChanges ? [.trackedChanges] : [])
    }

    /// A copy that brings nothing in with it (`WebPage`).
    ///
    /// LibreOffice takes HTML that doesn't name its encoding for Windows-1252; a byte order mark settles it.
    private func harmlessCopy(_ bytes: [UInt8]) throws(ConversionFailure) -> String {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var page = WebPage.harmless(bytes)
        if !page.starts(with: mark), String(validating: bytes, as: UTF8.self) != nil { page = mark + page }
        let copy = workspace.path + "/document.html"
        do { try Data(page).write(to: URL(fileURLWithPath: copy)) } catch {
            throw .workspace("copying the page failed", error)
        }
        return copy
    }
}
