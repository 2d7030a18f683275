// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The command `fledge openapi`.
struct OpenAPICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi",
        abstract: "Write the OpenAPI document of the app, or compare it with an older one.",
        discussion: """
            The document that the running app serves at /openapi.json, without running it.

              fledge openapi -o openapi.json          or openapi.yaml
              fledge openapi --diff released.json     what would break a client; status 1 if anything
            """)

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write it; standard output unless told.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "A document of before: say what changed since then instead.", valueName: "file"))
    var diff: String?

    @OptionGroup var options: AppOptions

    func validate() throws {
        if let diff, !Paths.exists(Paths.absolute(diff)) {
            throw ValidationError("--diff \(diff): there is no such file.")
        }
    }

    func run() async throws {
        let program = try await AppProgram.make(options)
        let isYAML = output?.hasSuffix(".yaml") == true || output?.hasSuffix(".yml") == true
        let file = TemporaryFile(ending: isYAML && diff == nil ? ".yaml" : ".json")
        defer { file.remove() }
        try await program.writeOpenAPI(to: file.path)
        if let diff {
            let tool = try await OpenAPITool.make(program)
            throw try await tool.run(
                ["diff", Paths.absolute(diff), file.path],
                names: [file.path: "the app as it is", Paths.absolute(diff): diff])
        }
        let text = Paths.text(file.path) ?? ""
        guard let output else { return Terminal.output.line(text.trimmingEnd()) }
        try Data(text.utf8).save(to: Paths.absolute(output))
    }
}

extension Data {
    /// Writes a file.
    ///
    /// - Throws: ``CommandError`` that says why it cannot be written.
    func save(to path: String) throws {
        do { try write(to: URL(fileURLWithPath: path)) } catch {
            throw CommandError(
                "\(Paths.display(path)) cannot be written: \(error)",
                remedy: "Is its folder there, and may you write in it?")
        }
    }
}

/// A file for another program, for a moment.
struct TemporaryFile {
    let path: String

    /// Chooses a name; the file is not made.
    init(ending: String) {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "fledge-\(UUID().uuidString)\(ending)").path
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// `fledge-openapi`, the program of the app's own Fledge for documents and clients.
struct OpenAPITool {
    let binary: String
    let directory: String

    /// Builds it, in the package of the app: it is a product of its dependency.
    static func make(_ program: AppProgram) async throws -> OpenAPITool {
        let package = AppPackage(
            root: program.package.root, directory: program.package.directory,
            name: program.package.name, product: "fledge-openapi")
        let builder = Builder(package: package, arguments: program.buildOptions)
        if case .failed(let failure) = try await builder.build() {
            FailureReport(failure, terminal: .errors).print()
            throw ExitCode.failure
        }
        return OpenAPITool(binary: builder.binary, directory: package.directory)
    }

    /// Runs it, with names in place of paths in what it says; gives its status, as the end of the command.
    func run(_ arguments: [String], names: [String: String] = [:]) async throws -> ExitCode {
        let tool = Program(executable: binary, arguments: arguments, directory: directory)
        let outcome = try await tool.collect()
        var output = outcome.output.trimmingEnd()
        for (path, name) in names { output = output.replacing(path, with: name) }
        if !output.isEmpty { Terminal.output.line(output) }
        if !outcome.errors.isEmpty { Terminal.errors.line(outcome.errors.trimmingEnd()) }
        guard case .status(let status) = outcome.ending else { return .failure }
        return ExitCode(status)
    }
}
