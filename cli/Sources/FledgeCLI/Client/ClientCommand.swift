// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

/// The command `fledge client`.
struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Write a typed client of the app, in TypeScript or Swift.",
        discussion: """
            One file, without dependencies in TypeScript: a method for each operation, with the types of \
            what goes in and what comes out.

              fledge client ts -o ../web/src/api.ts
              fledge client swift -o ../ios/API.swift
            """)

    enum Language: String, ExpressibleByArgument, CaseIterable {
        case ts, swift
    }

    @Argument(help: "The language.")
    var language: Language

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @OptionGroup var options: AppOptions

    func run() async throws {
        let program = try await AppProgram.make(options)
        let file = TemporaryFile(ending: ".json")
        defer { file.remove() }
        try await program.writeOpenAPI(to: file.path)
        let tool = try await OpenAPITool.make(program)
        throw try await tool.run(
            ["client", language.rawValue, file.path, "-o", Paths.absolute(output)])
    }
}
