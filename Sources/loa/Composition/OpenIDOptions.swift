import Download
import Foundation
import HTTP
import Locks
import Operations

/// The provider of OpenID Connect by which people may sign in beside their passwords; nil where none is named.
struct OpenIDOptions: Sendable {
    static let options: [CommandDescription.Option] = [
        .init(
            "oidc-issuer", "URL",
            "let people sign in by this provider of OpenID Connect too, such as\nhttps://sso.example.vn/realms/tinh (or $LOA_OIDC_ISSUER)"
        ),
        .init("oidc-client", "ID", "the name under which it knows this Loa (or $LOA_OIDC_CLIENT)"),
        .init(
            "oidc-secret-file", "FILE", "the file whose first line is the secret (or $LOA_OIDC_SECRET itself)"
        ),
        .init("oidc-name", "TEXT", "what people call the provider (default: the name of its host)"),
        .init(
            "oidc-mfa-acr", "VALUE",
            "the acr with which it says that it asked for a second factor; amr “mfa”\nsays so by itself"),
        .init("oidc-authorities", "FILE", "certificates (PEM) to trust instead of the machine's own"),
    ]

    private static let longestNameBytes = 60
    /// While the provider is slow, more people than this are told so at once.
    private static let mostUnderWay = 32

    let provider: OpenIDProvider

    static func read(
        _ arguments: Arguments, _ listening: ListeningOptions, command: String
    ) throws(UsageError) -> OpenIDOptions? {
        let issuer = arguments.value("oidc-issuer") ?? EnvironmentKey.oidcIssuer.value ?? ""
        guard !issuer.isEmpty else {
            if let alone = options.first(where: { arguments.has($0.name) }) {
                throw UsageError("--\(alone.name) goes with --oidc-issuer", command: command)
            }
            return nil
        }
        guard OpenIDSettings.isIssuer(issuer) else {
            throw UsageError(
                "--oidc-issuer takes https:// and a name (http:// only on this machine)", command: command)
        }
        try checkOwnAddress(listening, command)
        let client = arguments.value("oidc-client") ?? EnvironmentKey.oidcClient.value ?? ""
        guard !client.isEmpty else {
            throw UsageError("--oidc-issuer needs --oidc-client", command: command)
        }
        let name = arguments.value("oidc-name") ?? URLComponents(string: issuer)?.host ?? issuer
        guard !name.isEmpty, name.utf8.count <= longestNameBytes else {
            throw UsageError("--oidc-name takes at most \(longestNameBytes) bytes", command: command)
        }
        let settings = OpenIDSettings(
            issuer: issuer, clientID: client, clientSecret: try secret(arguments, command), name: name,
            strongContext: arguments.value("oidc-mfa-acr"))
        return OpenIDOptions(
            provider: OpenIDProvider(
                settings, transport: transport(issuer, authorities: arguments.value("oidc-authorities"))))
    }

    /// The provider sends people back to our own address: it must be known, and encrypted.
    private static func checkOwnAddress(_ listening: ListeningOptions, _ command: String) throws(UsageError) {
        if let origin = listening.origin {
            guard OpenIDSettings.isUsable(origin) else {
                throw UsageError("--oidc-issuer needs a --public-address with https://", command: command)
            }
        } else if !listening.isForThisMachine {
            throw UsageError("--oidc-issuer needs --public-address", command: command)
        }
    }

    private static func secret(_ arguments: Arguments, _ command: String) throws(UsageError) -> String {
        guard let path = arguments.value("oidc-secret-file") else {
            guard let secret = EnvironmentKey.oidcSecret.value, !secret.isEmpty else {
                throw UsageError(
                    "--oidc-issuer needs --oidc-secret-file or $LOA_OIDC_SECRET", command: command)
            }
            return secret
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let line = text.split(whereSeparator: \.isNewline).first
        else { throw UsageError("--oidc-secret-file: \(path) can't be read or is empty", command: command) }
        return String(line)
    }

    private static func transport(_ issuer: String, authorities: String?) -> ProviderTransport {
        // On this machine no proxy of the environment stands between.
        let sender = HTTPSender(
            agent: "loa/\(Loa.version)", authorities: authorities, usesProxy: issuer.hasPrefix("https://"))
        let underWay = Locked(0)
        return { request throws(ProviderUnreachable) in
            let isFull = underWay.withLock { count in
                count += 1
                return count > mostUnderWay
            }
            defer { underWay.withLock { $0 -= 1 } }
            if isFull { throw ProviderUnreachable("\(mostUnderWay) others wait for it already") }
            var outgoing = OutgoingRequest(
                request.address, body: request.form.map { Array($0.utf8) },
                answerLimitBytes: request.answerLimitBytes)
            outgoing.add("Accept", "application/json")
            if request.form != nil { outgoing.add("Content-Type", "application/x-www-form-urlencoded") }
            if let authorization = request.authorization { outgoing.add("Authorization", authorization) }
            do {
                let answer = try await sender.send(outgoing)
                return ProviderAnswer(status: answer.status, body: answer.body)
            } catch { throw ProviderUnreachable("\(error)") }
        }
    }
}
