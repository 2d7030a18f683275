// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ProcessTesting

/// The built compiler plugin, run as a program.
enum MacroPlugin {
    struct Failure: Error {
        var message: String
    }

    /// What the macros make of `source`.
    static func expand(_ source: String) async throws -> String {
        let plugin = try Program(built: "FledgeMacros-tool")
        let outcome = try await plugin.run(["--expand"], input: source)
        guard outcome.status == 0 else {
            throw Failure(message: "The plugin ended with \(outcome.status). \(outcome.errors)")
        }
        return outcome.output
    }
}
