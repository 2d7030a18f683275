// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The command `fledge start`.
struct StartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Run the program of 'fledge build' in production mode.",
        discussion: """
            The app takes the place of this command: signals reach it directly, and its status is what \
            you get.

              fledge start
              fledge start --workers 4 --env production.env
              PORT=8080 HOST=0.0.0.0 fledge start

            FLEDGE_ENV is production, unless the environment says otherwise. Variables of --env files do \
            not replace those of the environment; of several files the first wins. The app reads its \
            own .env.production and .env besides.
            """)

    @Option(
        help: ArgumentHelp(
            "How many threads serve, each with an event loop and a socket of its own.",
            discussion: "THREADS for the app; else one for each core."))
    var workers: Int?

    @Option(help: ArgumentHelp("Files with variables, NAME=value a line.", valueName: "file"))
    var env: [String] = []

    @Option(help: "The executable product, in a package that has several.")
    var product: String?

    func validate() throws {
        if let workers, !(1...1024).contains(workers) {
            throw ValidationError("--workers is a number from 1 to 1024, not \(workers).")
        }
    }

    func run() async throws {
        let package = try await AppPackage.find(from: Paths.current, product: product)
        let binary = Builder(package: package, configuration: "release").binary
        guard Paths.exists(binary) else {
            throw CommandError(
                "There is no release build of \(package.product): \(Paths.display(binary)) is not there.",
                remedy: "Make it first: fledge build")
        }
        for (name, value) in try variables() { setenv(name, value, 1) }
        throw Self.replace(with: binary)
    }

    /// What the app gets beyond our own environment.
    private func variables() throws -> [String: String] {
        let process = ProcessInfo.processInfo.environment
        var variables = try EnvironmentFile.read(env.map { Paths.absolute($0) })
        if let workers { variables["THREADS"] = "\(workers)" }
        if variables["FLEDGE_ENV"] == nil { variables["FLEDGE_ENV"] = "production" }
        return variables.filter { name, _ in
            process[name] == nil || (name == "THREADS" && workers != nil)
        }
    }

    /// Becomes another program; returns only when that fails.
    private static func replace(with binary: String) -> CommandError {
        binary.withCString { path in
            let copy = strdup(path)
            defer { free(copy) }
            _ = execv(path, [copy, nil])
            return CommandError(
                "\(binary) could not be started: \(String(cString: strerror(errno))).",
                remedy: "Build it anew: fledge build")
        }
    }
}
