import Foundation
import Locks

/// Turns an uploaded file of any accepted kind into text for the plan reader, by caged tools only.
///
/// One converter serves the whole program: it bounds how many conversions run at once. Everything that a
/// conversion makes lives in a `Workspace` in memory and is gone when `convert` returns, throws or is cancelled.
/// The caller owns the uploaded file itself and must remove it when the conversion is refused; upload into a
/// `Workspace` too, so that a refused file never touches a disk.
///
///     let converter = DocumentConverter()
///     try await converter.check()                       // at start: says what the operator must do
///     let document = try await converter.convert(path, named: "Ke hoach.docx") { print($0.stage) }
package final class DocumentConverter: Sendable {
    private let gate: ConversionGate
    private let cage = Locked<Cage?>(nil)
    private let root: String

    /// Removes what a crashed predecessor left in `root`.
    ///
    /// Runs no tool yet.
    package init(concurrent: Int = ConversionLimits.concurrentConversions, root: String = Workspace.root) {
        gate = ConversionGate(width: concurrent)
        self.root = root
        Workspace.purgeStale(root: root)
    }

    /// Tries the cage and looks for the tools.
    ///
    /// Called by the first conversion if nobody did before.
    package func check() async throws(ConversionFailure) { _ = try await preparedCage() }

    /// Converts the regular file at `file`.
    ///
    /// `name` is the user's name for it; its ending is looked at, and whether it bears a mark of secrecy.
    ///
    /// `progress` is called from any thread, in order of stages. Cancelling the task kills the tools at once.
    /// Throws `ConversionRefused` (the file's fault), `ConversionFailure` (the machine's) or `CancellationError`.
    package func convert(
        _ file: String, named name: String? = nil,
        progress: @escaping @Sendable (ConversionProgress) -> Void = { _ in }
    ) async throws -> ConvertedDocument {
        if let name, SecrecyMark.find(inFileName: name) != nil { throw ConversionRefused.secrecyMark }
        return try await gate.pass(onWait: { progress(ConversionProgress(stage: .waiting)) }) {
            progress(ConversionProgress(stage: .checking))
            let bytes = try SourceFile.bytes(file)
            let kind = try FileKind.detect(bytes, named: name)
            if kind == .text {
                let plain = try PlainText(bytes)
                let page = PageText(text: plain.text, source: .text)
                return try Self.finished(
                    kind, [page], notices: plain.hasReplacedBytes ? [.replacedBytes] : [],
                    isForeign: plain.isForeign)
            }
            let workspace = try Workspace(root: root)
            defer { workspace.remove() }
            let cage = try await preparedCage()
            let conversion = CagedConversion(cage: cage, workspace: workspace, progress: progress)
            let (pages, notices) = try await conversion.read(file, kind: kind, bytes: bytes)
            progress(ConversionProgress(stage: .finishing))
            return try Self.finished(kind, pages, notices: notices)
        }
    }

    /// What the photo at `file` says of when and where it was taken; nothing where it is no picture, or one that
    /// can't be read.
    ///
    /// Throws `ConversionFailure` (the machine's fault), `ConversionRefused.tooBusy` or `CancellationError`.
    package func photoFacts(_ file: String) async throws -> PhotoFacts {
        try await gate.pass(onWait: {}) {
            let kind: FileKind
            do {
                kind = try FileKind.detect(try SourceFile.bytes(file), named: nil)
            } catch is ConversionRefused {
                return PhotoFacts()
            }
            guard [.jpeg, .png, .tiff, .webp].contains(kind) else { return PhotoFacts() }
            let workspace = try Workspace(root: root)
            defer { workspace.remove() }
            let reader = PictureReader(
                cage: try await preparedCage(), workspace: workspace, progress: { _ in })
            return try await reader.facts(of: file, kind: kind)
        }
    }

    private func preparedCage() async throws(ConversionFailure) -> Cage {
        if let ready = cage.withLock({ $0 }) { return ready }
        let made = try await Cage.prepared()
        cage.withLock { $0 = made }
        return made
    }

    /// Puts the pages together, converts older encodings, and refuses marks of secrecy before anyone sees the text.
    private static func finished(
        _ kind: FileKind, _ pages: [PageText], notices: [ConversionNotice], isForeign: Bool = false
    ) throws -> ConvertedDocument {
        var notices = notices
        let raw = pages.map(\.text)
        guard raw.reduce(0, { $0 + $1.utf8.count }) <= ConversionLimits.textBytes else {
            throw ConversionRefused.textTooLong
        }
        let recognisedPages = Set(pages.indices.filter { pages[$0].source == .recognised })
        guard SecrecyMark.find(in: raw, recognised: recognisedPages) == nil,
            SecrecyMark.find(in: pages.flatMap(\.asides)) == nil
        else { throw ConversionRefused.secrecyMark }
        let legacy = LegacyText(raw)
        if let encoding = legacy.encoding {
            notices.append(.converted(from: encoding))
            guard SecrecyMark.find(in: legacy.pages, recognised: recognisedPages) == nil else {
                throw ConversionRefused.secrecyMark
            }
        } else if isForeign {
            throw ConversionRefused.brokenText
        }
        let assembled = AssembledText(legacy.pages, sources: pages.map(\.source))
        guard assembled.text.utf8.count <= ConversionLimits.textBytes else {
            throw ConversionRefused.textTooLong
        }
        guard assembled.text.contains(where: \.isLetter) else { throw ConversionRefused.noText }
        let recognised = pages.count { $0.source == .recognised }
        if recognised > 0 { notices += [.recognised(pages: recognised), .attestNoSecrets] }
        return ConvertedDocument(
            kind: kind, text: assembled.text, pages: assembled.pages, notices: notices,
            circulation: CirculationLimit.find(in: legacy.pages))
    }
}
