// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The command `fledge routes`.
struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes",
        abstract: "List the routes, as the app itself sees them.",
        discussion: """
            Method, path, handler with its place in the source, middleware, who may ask, and limits. The \
            program is built and started to be asked; it listens nowhere, and databases it opens on the \
            way are stand-ins.

              fledge routes
              fledge routes --explain GET /users/me     why this route, and why not the others
              fledge routes --json | jq '.routes[] | select(.access == []) | .path'
            """)

    @Flag(help: "Write everything as JSON.")
    var json = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Show how a request is matched: a method and a path.", valueName: "method path"))
    var explain: [String] = []

    @OptionGroup var options: AppOptions

    func validate() throws {
        guard explain.isEmpty || (explain.count == 2 && explain[1].hasPrefix("/")) else {
            throw ValidationError(
                "--explain takes a method and a path: --explain GET /users/me")
        }
    }

    func run() async throws {
        let program = try await AppProgram.make(options)
        let request = explain.isEmpty ? nil : explain.joined(separator: " ")
        var description = try await program.describe(explaining: request)
        description.resolveFiles(in: program.package.root, from: Paths.current)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Terminal.output.line(
                String(decoding: try encoder.encode(description), as: UTF8.self))
        }
        if let explanation = description.explanation {
            ExplanationReport(description, explanation).print(on: .output)
        } else {
            RouteTableReport(description).print(on: .output)
        }
    }
}
