import Download
import Foundation
import HTTP
import Operations

/// Where `--objects` names a bucket: its service, and with which key it is asked.
struct BucketOptions: Sendable {
    static let options: [CommandDescription.Option] = [
        .init(
            "s3-endpoint", "URL",
            "the service of --objects s3://BUCKET, such as https://s3.example.vn\n(or $LOA_S3_ENDPOINT)"),
        .init("s3-region", "NAME", "what it calls its region (default: us-east-1, or $LOA_S3_REGION)"),
        .init(
            "s3-key-file", "FILE",
            "two lines: the access key and its secret (or $LOA_S3_KEY and $LOA_S3_SECRET)"),
        .init("s3-authorities", "FILE", "certificates (PEM) that it may show, instead of the machine's own"),
        .init(
            "s3-plain-http", nil,
            "ask it by http:// on another machine too: the files can then be read on the way,\nand withheld"),
    ]

    /// What `--objects` takes, in help.
    static let place = "DIR|s3://BUCKET[/PREFIX]"
    static let scheme = "s3://"

    /// The store that is named: a folder or a bucket.
    static func store(_ named: String, _ arguments: Arguments, command: String) throws(UsageError)
        -> ObjectStore
    {
        guard let bucket = try bucket(named, arguments, command: command) else {
            return ObjectStore(ObjectFolder(named))
        }
        return ObjectStore(bucket)
    }

    /// Nil where a folder or another address is named.
    static func bucket(
        _ named: String, _ arguments: Arguments, command: String
    ) throws(UsageError) -> ObjectBucket? {
        guard named.hasPrefix(scheme) else {
            if let alone = options.first(where: { arguments.has($0.name) }) {
                throw UsageError("--\(alone.name) goes with --objects \(scheme)BUCKET", command: command)
            }
            return nil
        }
        let parts = named.dropFirst(scheme.count).split(
            separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let prefix = (parts.count > 1 ? parts[1] : "").split(separator: "/", omittingEmptySubsequences: false)
        // One slash at the end is no mistake.
        let folders = prefix.last == "" ? prefix.dropLast() : prefix[...]
        guard let name = parts.first, isName(name), folders.allSatisfy(isName) else {
            throw UsageError(
                "--objects takes \(scheme)BUCKET/PREFIX of Latin letters, digits, -, . and _",
                command: command)
        }
        let (key, secret) = try credentials(arguments, command)
        let region = arguments.value("s3-region") ?? EnvironmentKey.s3Region.value ?? "us-east-1"
        guard isName(region[...]) else {
            throw UsageError("--s3-region takes a name such as us-east-1", command: command)
        }
        return ObjectBucket(
            S3Bucket(
                S3Settings(
                    endpoint: try endpoint(arguments, command), region: region, bucket: String(name),
                    key: key,
                    secret: secret, authorities: arguments.value("s3-authorities"),
                    agent: "loa/\(Loa.version)")),
            prefix: folders.map { "\($0)/" }.joined())
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && !text.hasPrefix(".") && ObjectName.isPlain(text)
    }

    private static func endpoint(_ arguments: Arguments, _ command: String) throws(UsageError) -> String {
        let text = arguments.value("s3-endpoint") ?? EnvironmentKey.s3Endpoint.value ?? ""
        guard let parts = URLComponents(string: text), ["https", "http"].contains(parts.scheme),
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.query == nil, parts.fragment == nil
        else {
            throw UsageError(
                "--objects \(scheme)… needs --s3-endpoint (or $LOA_S3_ENDPOINT) such as https://s3.example.vn",
                command: command)
        }
        let isHere =
            host == "localhost"
            || IPAddress(host.trimmingCharacters(in: ["[", "]"])).map(\.isLoopback) ?? false
        guard parts.scheme == "https" || isHere || arguments.has("s3-plain-http") else {
            throw UsageError(
                "--s3-endpoint takes https://, and http:// on this machine or with --s3-plain-http",
                command: command)
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func credentials(
        _ arguments: Arguments, _ command: String
    ) throws(UsageError) -> (key: String, secret: String) {
        guard let path = arguments.value("s3-key-file") else {
            guard let key = EnvironmentKey.s3Key.value, let secret = EnvironmentKey.s3Secret.value,
                !key.isEmpty, !secret.isEmpty
            else {
                throw UsageError(
                    "--objects \(scheme)… needs --s3-key-file, or $LOA_S3_KEY and $LOA_S3_SECRET",
                    command: command)
            }
            return (key, secret)
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            case let lines = text.split(whereSeparator: \.isNewline), lines.count == 2
        else {
            throw UsageError(
                "--s3-key-file: \(path) can't be read or isn't two lines, the key and its secret",
                command: command)
        }
        return (String(lines[0]), String(lines[1]))
    }
}
