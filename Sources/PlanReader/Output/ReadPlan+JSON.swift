extension ReadPlan {
    /// The plan in the form of the acceptance schema: values only, in a fixed
    /// order, UTF-8, one line end at the end.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("kind", kind?.value)
            writer.field("number", number?.value)
            writer.field("title", title?.value ?? "")
            writer.field("issuer", issuer?.value)
            writer.field("place", place?.value)
            writer.field("date", date?.value.description)
            writer.key("signer")
            if let signer {
                writer.object { writer in
                    writer.field("authority", signer.authority?.value)
                    writer.field("title", signer.title?.value)
                    writer.field("name", signer.name?.value)
                }
            } else {
                writer.null()
            }
            for (name, citations) in [("bases", bases), ("citations", citations)] {
                writer.list(name, citations) { writer, citation in
                    writer.field("number", citation.value.number)
                    writer.field("date", citation.value.date?.description)
                }
            }
            writer.list("sections", sections) { writer, section in
                writer.field("label", section.label)
                writer.field("title", section.title.value)
            }
            writer.list("tasks", tasks) { writer, task in
                writer.field("at", task.at)
                writer.field("text", task.text.value)
                writer.strings("lead", task.lead.map(\.value))
                writer.strings("with", task.with.map(\.value))
                writer.when("when", task.when?.value)
            }
            writer.list("reports", reports) { writer, report in
                writer.strings("from", report.from.map(\.value))
                writer.strings("to", report.to.map(\.value))
                writer.field("by", report.by?.value.description)
                writer.field("covers", report.covers?.value)
            }
            writer.strings("recipients", recipients.map(\.value))
            writer.list("contacts", contacts) { writer, contact in
                writer.field("name", contact.name.value)
                writer.field("title", contact.title?.value)
                writer.field("phone", contact.phone?.value)
            }
        }
        return writer.bytes + [0x0A]
    }
}
