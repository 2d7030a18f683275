// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// A program that is run to its end: `swift`, `git`.
struct Tool: Sendable {
    var name: String
    var arguments: [String]
    var directory: String

    /// What it wrote on both outputs, and whether it ended well.
    struct Outcome: Sendable {
        var isSuccess: Bool
        var output: String
        var errors: String

        var all: String { output + "\n" + errors }
    }

    /// Runs it.
    ///
    /// - Parameter input: What it reads.
    /// - Returns: How it ended, with what it wrote.
    /// - Throws: ``Refusal`` when there is no such program, or it wrote more than 64 MiB.
    func run(input: String = "") async throws(Refusal) -> Outcome {
        do {
            let result = try await Subprocess.run(
                .name(name), arguments: Arguments(arguments),
                workingDirectory: FilePath(directory), input: .string(input),
                output: .string(limit: 64 << 20), error: .string(limit: 64 << 20))
            return Outcome(
                isSuccess: result.terminationStatus.isSuccess, output: result.standardOutput,
                errors: result.standardError)
        } catch {
            throw Refusal(
                "tool", "'\(name)' could not be run: \(error)",
                remedy: "Is it on the PATH? Swift comes from https://www.swift.org/install")
        }
    }
}
