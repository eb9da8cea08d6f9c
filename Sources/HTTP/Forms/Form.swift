/// The fields and files of a submitted form.
package struct Form: Sendable {
    package private(set) var fields: Query
    /// Files in order, by the name of their field.
    package private(set) var files: [(name: String, file: UploadedFile)] = []

    package init(fields: Query = Query()) { self.fields = fields }

    /// The first value of the text field.
    package subscript(name: String) -> String? { fields[name] }

    /// Every value of the text field.
    package func all(_ name: String) -> [String] { fields.all(name) }

    /// The first file of the field; nil as well if the person chose none.
    package func file(_ name: String) -> UploadedFile? { files.first { $0.name == name }?.file }

    /// Reads an `application/x-www-form-urlencoded` or `multipart/form-data` body.
    ///
    /// Files go to their folder as they come, so an upload costs no more memory than its pieces.
    /// - Parameter admission: asked before each file and before each piece of one is kept.
    /// - Throws: ``RequestRefused``: 415 for another type, 413 over a limit, 400 if it's malformed;
    ///   ``UploadFailed`` (507 on a full disk); what `admission` throws.
    package static func read(
        _ request: Request, limits: FormLimits = FormLimits(), admission: (any FileAdmission)? = nil
    ) async throws -> Form {
        guard let type = request.headers["content-type"], let media = MediaType(type) else {
            throw RequestRefused(.unsupportedMediaType, "A form was expected.")
        }
        switch media.name {
        case "application/x-www-form-urlencoded":
            let bytes = try await request.body.collect(upTo: limits.textBytes)
            return Form(fields: try Query(parsing: bytes, limit: limits.fields))
        case "multipart/form-data":
            guard let boundary = media.parameters["boundary"], MultipartParser.isBoundary(boundary) else {
                throw RequestRefused(.badRequest, "The form's boundary is missing or malformed.")
            }
            return try await readMultipart(request, boundary: boundary, limits: limits, admission: admission)
        default: throw RequestRefused(.unsupportedMediaType, "A form was expected.")
        }
    }

    private static func readMultipart(
        _ request: Request, boundary: String, limits: FormLimits, admission: (any FileAdmission)?
    ) async throws -> Form {
        var parser = MultipartParser(boundary: boundary, limits: limits, admission: admission)
        for try await piece in request.body { try parser.take(piece) }
        return try parser.finish()
    }

    mutating func add(_ name: String, text: String) { fields.append(name, text) }

    mutating func add(_ name: String, file: UploadedFile) { files.append((name, file)) }
}
