// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Builds and tests the app, as its author would.
struct AppBuild: Sendable {
    var folder: String
    /// What is passed on to `swift build` and `swift test`: `--scratch-path …`.
    var options: [String]

    /// - Returns: What the compiler says when it fails; nil when it builds.
    func build() async throws(Refusal) -> String? {
        let outcome = try await swift(["build", "--build-tests"])
        return outcome.isSuccess ? nil : Self.errors(outcome.all)
    }

    /// Builds one target, for what the compiler writes.
    func output(ofBuilding module: String) async throws(Refusal) -> String {
        try await swift(["build", "--target", module]).all
    }

    /// - Returns: What failed; nil when all tests pass.
    func test() async throws(Refusal) -> String? {
        let outcome = try await swift(["test", "--skip-build"])
        if outcome.isSuccess { return nil }
        let lines = outcome.all.split(separator: "\n").map(String.init)
        let failed = lines.filter { $0.contains("✘") || $0.contains("error:") }
        return (failed.isEmpty ? lines.suffix(8) : failed.prefix(8)).joined(separator: "\n")
    }

    private func swift(_ arguments: [String]) async throws(Refusal) -> Tool.Outcome {
        try await Tool(name: "swift", arguments: arguments + options, directory: folder).run()
    }

    /// The errors of the compiler, each once.
    static func errors(_ output: String) -> String {
        let lines = output.split(separator: "\n").map(String.init)
        var errors: [String] = []
        for line in lines
        where line.contains("error: ") && !line.contains("`-") && !errors.contains(line) {
            errors.append(line)
        }
        let told = errors.filter { !$0.hasPrefix("error: ") }
        let shown = told.isEmpty ? errors : told
        return (shown.isEmpty ? Array(lines.suffix(8)) : Array(shown.prefix(8)))
            .joined(separator: "\n")
    }
}
