import Documents
import Domain
import HTTP
import Operations

extension APITable {
    /// What shows that something was done: listed, added, got, taken away.
    static let evidence: [APIEndpoint] = [
        .get(
            "/tasks/:task/evidence", "listEvidence", Phrase("Minh chứng của nhiệm vụ.", "A task’s evidence."),
            .readTasks, query: APICall.paging(by: .id),
            answers: APICall.pageSchema(TaskShapes.evidence.reference)
        ) { call in
            let track = try await ShowTaskTrack(task: call.id("task")).run(in: call.office, as: call.actor)
            return call.page(
                TaskShapes.evidence, track.evidence, by: \.id,
                after: call.request.query["after"].map { Evidence.ID($0) }, \.rawValue)
        },
        .post(
            "/tasks/:task/links", "addLink", Phrase("Thêm liên kết.", "Add a link."), .writeTasks,
            body: [
                .init(
                    "address", .words(Evidence.longestAddressBytes),
                    Phrase("Bắt đầu bằng https:// hoặc http://.", "Begins with https:// or http://."),
                    isRequired: true),
                .init("title", .words(125), Phrase("Tên của trang.", "What the page is."), isRequired: true),
                remark,
            ] + place, condition: .none, answers: TaskShapes.evidence.reference, status: .created
        ) { call in
            try await call.addEvidence(
                .link(
                    address: call.text("address") ?? "", title: call.text("title") ?? "",
                    note: call.text("note")))
        },
        .upload(
            "/tasks/:task/files", "addFile", Phrase("Thêm một tệp văn bản.", "Add a document."), .writeTasks,
            fields: [APIUpload.attest, remark] + place, answers: TaskShapes.evidence.reference,
            admit: { try await $0.admitEvidence() }
        ) { call in
            try await call.addEvidence(.file(call.document(isPhoto: false), note: call.text("note")))
        },
        .upload(
            "/tasks/:task/photos", "addPhoto", Phrase("Thêm một ảnh.", "Add a photo."), .writeTasks,
            fields: [
                APIUpload.attest, remark,
                .init("spot", .words(words), Phrase("Chụp ở đâu.", "Where it was taken.")),
                .init("takenOn", .day, Phrase("Chụp ngày nào.", "When it was taken.")),
            ] + place, answers: TaskShapes.evidence.reference, admit: { try await $0.admitEvidence() }
        ) { call in
            try await call.addEvidence(
                .photo(
                    call.document(isPhoto: true), place: call.text("spot"),
                    takenOn: call.text("takenOn").flatMap { CalendarDay(iso: $0) }, note: call.text("note")))
        },
        .get(
            "/evidence/:evidence/file", "getEvidenceFile",
            Phrase("Tải tệp minh chứng.", "Get a file of evidence."), .readEvidence, answers: nil
        ) { call in
            APIAnswer(
                try await ShowEvidenceFile(evidence: call.id("evidence")).run(in: call.office, as: call.actor)
            )
        },
        .post(
            "/evidence/:evidence/remove", "removeEvidence",
            Phrase("Gỡ minh chứng mà cơ quan đã thêm.", "Take away evidence that the agency added."),
            .writeTasks, condition: .none,
            answers: .object([.init(name: "removed", schema: .id)])
        ) { call in
            let id: Evidence.ID = try call.id("evidence")
            try await RemoveEvidence(evidence: id).run(in: call.office, as: call.actor)
            return APIAnswer(.object(["removed": .string(id.rawValue)]))
        },
    ]

    private static let remark = APIEndpoint.Field("note", .words(words), Phrase("Ghi chú.", "A note."))

    /// What it belongs to besides the task: at most one of the two.
    private static let place: [APIEndpoint.Field] = [
        .init("contribution", .id, Phrase("Phần việc phối hợp.", "The contribution that it belongs to.")),
        .init("period", .day, Phrase("Ngày đầu của kỳ.", "The first day of the period that it belongs to.")),
    ]
}

extension APICall {
    /// As the page's own form is let in, under the account of the token.
    fileprivate func admitEvidence() async throws -> UploadAllowance.Incoming {
        try await site.admitEvidence(
            for: id("task"), of: caller.token.account, as: actor, announced: request.body.announcedLength)
    }

    fileprivate func document(isPhoto: Bool) async throws -> ReceivedDocument {
        guard let upload else { throw APIProblem.badBody(APIUpload.fileName) }
        do {
            return try await site.evidenceDocument(upload.file, isPhoto: isPhoto)
        } catch let refused as ConversionRefused where refused == .secrecyMark {
            try await NoteRefusedSecret(task: id("task")).run(in: office, as: actor)
            throw refused
        }
    }

    fileprivate func addEvidence(_ new: NewEvidence) async throws -> APIAnswer {
        let evidence = try await AddEvidence(task: id("task"), place: try evidencePlace(), new)
            .run(in: office, as: actor)
        return APIAnswer(TaskShapes.evidence.json(evidence.withMaskedPhones))
    }

    private func evidencePlace() throws -> EvidencePlace {
        switch (text("contribution"), text("period").flatMap { CalendarDay(iso: $0) }) {
        case (nil, nil): return .task
        case (let part?, nil): return .contribution(Contribution.ID(part))
        case (nil, let day?): return .period(day)
        case (_?, _?): throw APIProblem.twoPlaces
        }
    }
}

extension APIProblem {
    fileprivate static let twoPlaces = APIProblem(
        status: .unprocessableContent, code: "evidence.two-places",
        message: Phrase(
            "Minh chứng thuộc về một phần việc phối hợp hoặc một kỳ, không phải cả hai.",
            "Evidence belongs to a contribution or to a period, not to both."), field: "period")
}
