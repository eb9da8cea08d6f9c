/// The words after `loa-player trust`.
struct TrustArguments {
    enum Action {
        case initialise(rootPath: String)
        case refresh(metadataURL: String)
        case download(metadataURL: String, targets: [String], targetBaseURL: String, targetFolder: String)
    }

    let metadataFolder: String
    let action: Action

    static let help = """
        loa-player trust keeps what this device trusts up to date (The Update Framework).

        Usage:
          loa-player trust --metadata-dir DIR init ROOT.json
          loa-player trust --metadata-dir DIR --metadata-url URL refresh
          loa-player trust --metadata-dir DIR --metadata-url URL --target-name PATH [--target-name PATH …]
                           --target-base-url URL --target-dir DIR download

        Exit status: 0 done, 1 refused or not to be had, 64 wrong command line. Reasons go to standard error.
        """

    private static let options: Set<String> = [
        "metadata-dir", "metadata-url", "target-name", "target-base-url", "target-dir",
    ]

    init(_ words: some Sequence<String>) throws(UsageError) {
        let (options, operands) = try Self.split(words)
        func one(_ name: String) throws(UsageError) -> String {
            guard let values = options[name] else { throw UsageError(message: "--\(name) is missing") }
            guard values.count == 1 else { throw UsageError(message: "--\(name) is given twice") }
            return values[0]
        }
        metadataFolder = try one("metadata-dir")
        guard let verb = operands.first else { throw UsageError(message: "say init, refresh or download") }
        guard operands.count == (verb == "init" ? 2 : 1) else {
            throw UsageError(
                message: verb == "init" ? "init takes one file" : "\(verb) takes no further word")
        }
        switch verb {
        case "init": action = .initialise(rootPath: operands[1])
        case "refresh": action = .refresh(metadataURL: try one("metadata-url"))
        case "download":
            guard let targets = options["target-name"] else {
                throw UsageError(message: "--target-name is missing")
            }
            action = .download(
                metadataURL: try one("metadata-url"), targets: targets,
                targetBaseURL: try one("target-base-url"),
                targetFolder: try one("target-dir"))
        default: throw UsageError(message: "say init, refresh or download, not \(verb)")
        }
    }

    /// Options and operands in any order; a target's name may begin with a dash.
    private static func split(
        _ words: some Sequence<String>
    ) throws(UsageError) -> (options: [String: [String]], operands: [String]) {
        var found: [String: [String]] = [:]
        var operands: [String] = []
        var words = Array(words)[...]
        while let word = words.popFirst() {
            guard word.hasPrefix("--") else {
                operands.append(word)
                continue
            }
            let parts = word.dropFirst(2).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard options.contains(name) else { throw UsageError(message: "unknown option \(word)") }
            guard let value = parts.count == 2 ? String(parts[1]) : words.popFirst() else {
                throw UsageError(message: "--\(name) needs a value")
            }
            found[name, default: []].append(value)
        }
        return (found, operands)
    }
}
