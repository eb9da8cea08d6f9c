/// What approvers sign: one item in all its languages, byte for byte, and where and when it may appear.
///
/// Its bytes are its canonical JSON and no others; docs/trust/releases.md tells the fields.
package struct Release: Sendable, Hashable {
    package static let payloadType: ExactText = "application/vnd.loa.release.v1+json"
    /// Bytes; more than any honest one with all communes of the country.
    package static let limitBytes = 131_072

    package struct Agency: Sendable, Hashable {
        package let id: ExactText
        package let name: ExactText

        package init(id: ExactText, name: ExactText) {
            self.id = id
            self.name = name
        }
    }

    /// What is shown or heard.
    package struct Rendition: Sendable, Hashable {
        /// 64 hexadecimal digits.
        package let sha256: ExactText
        /// Bytes.
        package let length: Int64
        package let mediaType: ExactText
        package let language: ExactText

        package init(of bytes: [UInt8], mediaType: ExactText, language: ExactText) {
            self.init(
                sha256: ExactText(Hexadecimal.encode(SHA256.digest(bytes))), length: Int64(bytes.count),
                mediaType: mediaType, language: language)
        }

        package init(sha256: ExactText, length: Int64, mediaType: ExactText, language: ExactText) {
            self.sha256 = sha256
            self.length = length
            self.mediaType = mediaType
            self.language = language
        }
    }

    /// The duty that the item fulfils, in the plan's own words.
    package struct Reason: Sendable, Hashable {
        package let plan: ExactText
        package let task: ExactText
        package let words: ExactText

        package init(plan: ExactText, task: ExactText, words: ExactText) {
            self.plan = plan
            self.task = task
            self.words = words
        }
    }

    package var item: ExactText
    package var version: Int64
    package var title: ExactText
    package var agency: Agency
    package var releaseClass: ReleaseClass
    package var languages: [ExactText]
    package var renditions: [Rendition]
    package var channels: Set<ChannelKind>
    package var areas: AreaSet
    package var from: TUF.Instant
    package var until: TUF.Instant
    /// On each device.
    package var playsPerDay: Int64
    /// Nil for an item that no plan asked for.
    package var answersTo: Reason?
    package var drawnUp: TUF.Instant

    package init(
        item: ExactText, version: Int64, title: ExactText, agency: Agency, releaseClass: ReleaseClass,
        languages: [ExactText], renditions: [Rendition], channels: Set<ChannelKind>, areas: AreaSet,
        from: TUF.Instant, until: TUF.Instant, playsPerDay: Int64, answersTo: Reason? = nil,
        drawnUp: TUF.Instant
    ) {
        self.item = item
        self.version = version
        self.title = title
        self.agency = agency
        self.releaseClass = releaseClass
        self.languages = languages.sorted()
        self.renditions = renditions
        self.channels = channels
        self.areas = areas
        self.from = from
        self.until = until
        self.playsPerDay = playsPerDay
        self.answersTo = answersTo
        self.drawnUp = drawnUp
    }

    /// What the release is called wherever another file means it: SHA-256 of its bytes, in hexadecimal digits.
    package var digest: ExactText { ExactText(Hexadecimal.encode(SHA256.digest(payload))) }

    /// The rendition that has exactly these bytes; nil when none was approved.
    package func rendition(of bytes: [UInt8]) -> Rendition? {
        let digest = ExactText(Hexadecimal.encode(SHA256.digest(bytes)))
        return renditions.first { $0.sha256 == digest && $0.length == Int64(bytes.count) }
    }
}
