extension TUF {
    /// Takes fields out of an object of metadata; a missing one or one of another type is refused with its place.
    struct FieldReader {
        let place: String
        let object: JSONObject

        init(_ json: JSON?, _ place: String) throws(Refused) {
            guard case .object(let object)? = json else { throw Refused.malformed("\(place) is no object") }
            self.place = place
            self.object = object
        }

        func refused(_ field: ExactText, _ what: String) -> Refused {
            .malformed("\(place).\(field) \(what)")
        }

        func has(_ field: ExactText) -> Bool { object[field] != nil }

        func text(_ field: ExactText) throws(Refused) -> ExactText {
            guard case .text(let value)? = object[field] else { throw refused(field, "is no text") }
            return value
        }

        /// A number from `least` up.
        func integer(_ field: ExactText, atLeast least: Int64) throws(Refused) -> Int64 {
            guard case .integer(let value)? = object[field] else {
                throw refused(field, "is no whole number")
            }
            guard value >= least else { throw refused(field, "is less than \(least)") }
            return value
        }

        func bool(_ field: ExactText) throws(Refused) -> Bool {
            guard case .bool(let value)? = object[field] else {
                throw refused(field, "is neither true nor false")
            }
            return value
        }

        func array(_ field: ExactText) throws(Refused) -> [JSON] {
            guard case .array(let values)? = object[field] else { throw refused(field, "is no list") }
            return values
        }

        func texts(_ field: ExactText) throws(Refused) -> [ExactText] {
            var texts: [ExactText] = []
            for value in try array(field) {
                guard case .text(let text) = value else {
                    throw refused(field, "holds something else than texts")
                }
                texts.append(text)
            }
            return texts
        }

        func reader(_ field: ExactText) throws(Refused) -> FieldReader {
            try FieldReader(object[field], "\(place).\(field)")
        }

        /// Digests by the name of their function; at least one.
        func hashes(_ field: ExactText) throws(Refused) -> [ExactText: ExactText] {
            var hashes: [ExactText: ExactText] = [:]
            for member in try reader(field).object.members {
                guard case .text(let digest) = member.value else {
                    throw refused(field, "holds something else than texts")
                }
                hashes[member.name] = digest
            }
            guard !hashes.isEmpty else { throw refused(field, "is empty") }
            return hashes
        }
    }
}

extension JSON {
    init(_ hashes: [ExactText: ExactText]) {
        var object = JSONObject()
        for (name, digest) in hashes { object[name] = .text(digest) }
        self = .object(object)
    }

    init(_ texts: [ExactText]) {
        self = .array(texts.map { .text($0) })
    }
}
