/// Which releases, on which channels, where: how far an approver may speak, or a rule reaches.
package struct PlayScope: Sendable, Hashable {
    package let classes: Set<ReleaseClass>
    package let channels: Set<ChannelKind>
    package let areas: AreaSet

    package init(classes: Set<ReleaseClass>, channels: Set<ChannelKind>, areas: [Area]) {
        self.classes = classes
        self.channels = channels
        self.areas = AreaSet(areas)
    }

    init(_ json: JSON?, _ place: String) throws(TUF.Refused) {
        self = try TUF.FieldReader.statement(json, place, fields: ["classes", "channels", "areas"]) {
            fields throws(TUF.Refused) in
            PlayScope(
                classes: Set(try fields.ascending("classes", limit: 3) { ReleaseClass(rawValue: $0.string) }),
                channels: Set(
                    try fields.ascending("channels", limit: 8) { ChannelKind(rawValue: $0.string) }),
                areas: try AreaSet(fields, "areas"))
        }
    }

    private init(classes: Set<ReleaseClass>, channels: Set<ChannelKind>, areas: AreaSet) {
        self.classes = classes
        self.channels = channels
        self.areas = areas
    }

    var json: JSON {
        .object([
            "classes": JSON(classes.map { ExactText($0.rawValue) }.sorted()),
            "channels": JSON(channels.map { ExactText($0.rawValue) }.sorted()), "areas": areas.json,
        ])
    }

    package func covers(_ releaseClass: ReleaseClass, _ channel: ChannelKind, _ place: Area) -> Bool {
        classes.contains(releaseClass) && channels.contains(channel) && areas.contains(place)
    }
}
