extension TUF {
    /// The newest snapshot: short, signed anew every few minutes or hours.
    package struct Timestamp: Role {
        package static let type = "timestamp"

        package var header: Header
        package var snapshot: MetaFile

        package init(header: Header, snapshot: MetaFile) {
            self.header = header
            self.snapshot = snapshot
        }

        package init(signed: JSON) throws(Refused) {
            let fields = try FieldReader(signed, "timestamp")
            header = try Header(fields, own: ["meta"])
            snapshot = try MetaFile(try fields.reader("meta").reader("snapshot.json"))
        }

        package var json: JSON {
            header.json(Self.type, [("meta", .object(["snapshot.json": snapshot.json]))])
        }
    }

    /// The versions of all metadata about targets, at one moment.
    package struct Snapshot: Role {
        package static let type = "snapshot"

        package var header: Header
        /// By file name without version, such as `targets.json`.
        package var files: [ExactText: MetaFile]

        package init(header: Header, files: [ExactText: MetaFile]) {
            self.header = header
            self.files = files
        }

        package init(signed: JSON) throws(Refused) {
            let fields = try FieldReader(signed, "snapshot")
            header = try Header(fields, own: ["meta"])
            files = [:]
            let list = try fields.reader("meta")
            for member in list.object.members {
                files[member.name] = try MetaFile(try list.reader(member.name))
            }
        }

        package var json: JSON {
            var list = JSONObject()
            for (name, file) in files { list[name] = file.json }
            return header.json(Self.type, [("meta", .object(list))])
        }

        package func file(of role: ExactText) -> MetaFile? {
            files[ExactText(role.string + ".json")]
        }
    }
}
