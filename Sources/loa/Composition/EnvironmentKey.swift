import Foundation

/// Every environment variable that the program reads; the command line wins over each.
enum EnvironmentKey: String, CaseIterable {
    /// The address of the database, as for `--database`. May hold a password: never printed.
    case database = "LOA_DATABASE"
    /// The data folder, as for `--data`; default `data`.
    case data = "LOA_DATA"
    /// The token that opens `/metrics` from another machine. Never printed.
    case metricsToken = "LOA_METRICS_TOKEN"

    /// The mail server, as for `--mail`. May hold a password: never printed.
    case mail = "LOA_MAIL"
    /// The sender of mails, as for `--mail-from`.
    case mailFrom = "LOA_MAIL_FROM"

    /// The provider of sign-in, as for `--oidc-issuer`.
    case oidcIssuer = "LOA_OIDC_ISSUER"
    /// The name under which the provider knows this Loa, as for `--oidc-client`.
    case oidcClient = "LOA_OIDC_CLIENT"
    /// The secret that goes with it. Never printed, and never on the command line, which `ps` shows.
    case oidcSecret = "LOA_OIDC_SECRET"

    /// Opens the server's secret file of `--objects-key`. Never printed.
    case objectsPassphrase = "LOA_OBJECTS_PASSPHRASE"

    /// The service of `--objects s3://BUCKET`, as for `--s3-endpoint`.
    case s3Endpoint = "LOA_S3_ENDPOINT"
    /// What it calls its region, as for `--s3-region`.
    case s3Region = "LOA_S3_REGION"
    /// The access key with which it is asked.
    case s3Key = "LOA_S3_KEY"
    /// The secret that goes with it. Never printed, and never on the command line, which `ps` shows.
    case s3Secret = "LOA_S3_SECRET"

    var value: String? { ProcessInfo.processInfo.environment[rawValue] }
}

/// The folder of the program's own files.
enum DataFolder {
    static let option = CommandDescription.Option(
        "data", "DIR", "the data folder (default: data, or $LOA_DATA)")

    static func path(_ arguments: Arguments) -> String {
        arguments.value("data") ?? EnvironmentKey.data.value ?? "data"
    }
}
