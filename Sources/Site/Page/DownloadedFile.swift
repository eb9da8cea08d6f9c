import HTTP
import Operations
import Store

extension Response {
    /// A file that somebody brought, for saving; a download that broke off goes on where it ended (`Range`).
    static func download(_ file: FileContent) -> Response {
        // Whatever it is, it's saved and never shown: a page inside it must not run as ours.
        var response = Response.bytes(file.bytes, type: "application/octet-stream")
        response.offerDownload(named: file.info.name)
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["ETag"] = "\"\(file.info.sha256)\""
        response.mayCompress = false
        return response
    }
}
