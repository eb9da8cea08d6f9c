import Foundation
import Trust

/// `loa keys policy FILE`: draws up top-level targets that carry the approvers and the policy.
struct KeysPolicyCommand: Command {
    static let description = CommandDescription(
        name: "keys policy", summary: "Draws up who may approve what, for the holders of targets to sign.",
        operands: ["FILE"],
        options: [
            .init("out", "FILE", "the targets; players later fetch them as N.targets.json"),
            .init("root", "ROOT", "the newest root: says whose signatures count"),
            .init("before", "FILE", "the targets before these; none for the first ones"),
            .init("before-root", "ROOT", "the root under which --before was signed (default: --root)"),
            .init(
                "delegate", "NAME=FILE.pub", "let this key of the server order what is approved",
                repeats: true),
            RootEditing.daysOption, Consent.option,
        ],
        details: """
            FILE is the policy (docs/trust/releases.md). Where a key belongs it may name a file FILE.pub beside it.
            --delegate programmes=… and objects=… give the server its two roles; without any, those before stay.
            """)

    private let policyPath: String
    private let path: String
    private let rootPath: String
    private let beforePath: String?
    private let beforeRootPath: String?
    private let roles: [(name: ExactText, path: String)]
    private let days: Int
    private let consent: Consent

    init(_ arguments: Arguments) throws(UsageError) {
        policyPath = arguments.operands[0]
        path = try arguments.required("out", of: Self.description)
        rootPath = try arguments.required("root", of: Self.description)
        beforePath = arguments.value("before")
        beforeRootPath = arguments.value("before-root")
        days = try RootEditing.days(arguments, command: Self.description.name)
        consent = Consent(arguments)
        var roles: [(name: ExactText, path: String)] = []
        for text in arguments.values("delegate") {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, ["programmes", "objects"].contains(parts[0]) else {
                throw UsageError(
                    "--delegate begins with programmes= or objects=, not \(text)",
                    command: Self.description.name)
            }
            roles.append((ExactText(parts[0]), parts[1]))
        }
        self.roles = roles
    }

    func run() async throws -> ExitCode {
        try CarriedFile.requireAbsent(path)
        let root = try RootFile.whole(rootPath)
        let oldRoot = try beforeRootPath.map { try RootFile.whole($0) } ?? root
        let old = try beforePath.map { try RootFile.targets($0, root: oldRoot) }
        let ceremony = try TUF.TargetsCeremony(
            policy: try policy(), delegatingTo: try roles.map { ($0.name, try RootFile.publicKey($0.path)) },
            after: old, root: root, expires: Terminal.now.adding(seconds: Int64(days) * 86_400))
        let draft = TargetsDraft(ceremony)
        try consent.ask(["This draws up targets, in \(path):"] + draft.lines + [draft.digestLine])
        try CarriedFile.create(path, draft.bytes)
        Terminal.out(draft.signatureLines.joined(separator: "\n") + "\n")
        return .done
    }

    /// The policy, with keys in the place of names of files.
    private func policy() throws -> JSON {
        let bytes = try CarriedFile.read(policyPath)
        let json: JSON
        do throws(JSONRefused) { json = try JSON(reading: bytes) } catch {
            throw CommandFailure("\(Terminal.shown(policyPath)) can't be read: \(error)")
        }
        guard case .object(var policy) = json, case .array(let approvers)? = policy["approvers"] else {
            return json
        }
        let folder = URL(fileURLWithPath: policyPath).deletingLastPathComponent()
        policy["approvers"] = .array(
            try approvers.map { approver in
                guard case .object(var approver) = approver, case .text(let name)? = approver["key"] else {
                    return approver
                }
                approver["key"] = try RootFile.publicKey(folder.appendingPathComponent(name.string).path).json
                return .object(approver)
            })
        return .object(policy)
    }
}
