import Markup

/// Where documents come in.
///
/// It speaks of State secrets before a file can be chosen.
struct UploadPage: Sendable {
    /// The most bytes of one file.
    static let fileLimitBytes = 50 << 20
    /// The most files of one form.
    static let fileLimitCount = 10

    /// A file that is being read, or was just read.
    struct Reading: Sendable {
        var id: String
        var isRunning: Bool
    }

    /// Agencies for which the visitor may receive documents.
    var agencies: [(id: String, name: String)]
    var fault: Phrase?

    func view(_ screen: Screen) -> Markup {
        screen.page(
            screen(.upload), at: .upload,
            """
            \(screen.head("\(screen, .upload)", "\(screen, .uploadSentence)"))
            \(when: fault, { screen.notice(.bad, "<p>\(screen, $0)</p>", isLive: true) })
            \(screen.notice(.bad, "<h2>\(screen, .secretsTitle)</h2><p>\(screen, .secretsSentence)</p><p>\(screen, .secretsPictures)</p>"))
            \(when: agencies.isEmpty, screen.nothing(.mayNotReceive), otherwise: form(screen))
            """)
    }

    /// The files come last: what stands before them is checked before a byte of one is kept.
    private func form(_ screen: Screen) -> Markup {
        screen.form(
            Routes.upload(), class: "stack", id: "upload", takesFiles: true,
            """
            \(when: agencies.count > 1,
                "<div class=\"prose\">\(screen.choice(.receivingAgency, name: "agency", chosen: "", options: agencies.map { ($0.id, $0.name) }, isVietnamese: true))</div>",
                otherwise: "<input type=\"hidden\" name=\"agency\" value=\"\(agencies.first?.id)\">")
            <label class="check"><input type="checkbox" name="attest" value="yes" required> <span>\(screen, .attest)</span></label>
            <div class="drop" data-limit="\(UploadPage.fileLimitBytes)" data-too-large="\(screen, .tooLarge)">
            <label for="files"><b>\(screen, .chooseFiles)</b></label>
            <p class="small soft" id="files-hint">\(screen, .fileKinds)</p>
            <input id="files" name="file" type="file" multiple required aria-describedby="files-hint" accept=".docx,.doc,.odt,.rtf,.pdf,.txt,.md,.html,.htm,.jpg,.jpeg,.png,.tif,.tiff">
            </div>
            <div><button class="first">\(screen, .receive)</button></div>
            """)
    }
}
