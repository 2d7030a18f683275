// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Takes away what comments silence, and reports silences that say nothing.
struct Silences {
    private let files: [String: FileIndex]

    init(_ files: [FileIndex]) {
        self.files = Dictionary(
            files.map { ($0.source.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Returns: How many findings were silenced.
    func apply(to findings: inout [Finding], rules: [any Rule]) -> Int {
        let before = findings.count
        findings.removeAll { finding in
            files[finding.file]?.ignores.contains { ignore in
                ignore.covers.contains(finding.line) && !ignore.reason.isEmpty
                    && ignore.rules.contains(finding.rule)
            } ?? false
        }
        let silenced = before - findings.count
        findings += mistakes(rules)
        return silenced
    }

    /// A silence has to be one that the next reader understands, and one that works.
    private func mistakes(_ rules: [any Rule]) -> [Finding] {
        files.values.flatMap { file in
            file.ignores.flatMap { ignore -> [Finding] in
                var found: [Finding] = []
                for rule in ignore.rules where Rules.named(rule) == nil {
                    found.append(
                        mistake(
                            ignore, file, "There is no rule '\(rule)', so this silences nothing.",
                            "Use a name from 'fledge-doctor --list-rules'."))
                }
                if ignore.rules.isEmpty {
                    found.append(
                        mistake(
                            ignore, file, "This silence names no rule, so it silences nothing.",
                            "Write '// fledge:ignore rule-name: reason'."))
                } else if ignore.reason.isEmpty {
                    found.append(
                        mistake(
                            ignore, file,
                            "This silence has no reason, so it silences nothing: who reads it later cannot tell whether it still holds.",
                            "Write '// fledge:ignore \(ignore.rules.joined(separator: ", ")): reason'."
                        ))
                }
                return found
            }
        }
    }

    private func mistake(
        _ ignore: Ignore, _ file: FileIndex, _ message: String, _ suggestion: String
    ) -> Finding {
        Finding(
            rule: Self.ruleName, severity: .warning, file: file.source.path, line: ignore.line,
            column: ignore.column, endLine: ignore.line, message: message, suggestion: suggestion)
    }

    /// The name under which faulty silences are reported.
    ///
    /// It cannot be silenced.
    static let ruleName = "faulty-silence"
}
