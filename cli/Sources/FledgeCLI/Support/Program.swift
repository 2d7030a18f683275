// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Subprocess

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

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// A program with what it is started with.
struct Program: Sendable {
    /// A path, or a name that is looked for in `PATH`.
    var executable: String
    var arguments: [String] = []
    /// Where it runs.
    var directory: String
    /// What differs from our own environment; nil takes a variable away.
    var environment: [String: String?] = [:]

    /// How a program ended.
    enum Ending: Hashable, Sendable, CustomStringConvertible {
        case status(Int32)
        case signal(Int32)

        var isSuccess: Bool { self == .status(0) }

        var description: String {
            switch self {
            case .status(let code): "status \(code)"
            case .signal(let number): "signal \(number)"
            }
        }

        init(_ status: TerminationStatus) {
            switch status {
            case .exited(let code): self = .status(code)
            case .signaled(let number): self = .signal(number)
            }
        }
    }

    /// Runs it to its end, without input.
    ///
    /// - Parameter onLine: Gets each line that it writes, on either output, in order.
    /// - Returns: How it ended.
    /// - Throws: ``CommandError`` when it cannot be started.
    func run(onLine: @escaping @Sendable (String) -> Void) async throws -> Ending {
        try await RunningProgram(self, onLine: onLine).ended()
    }

    /// Runs it to its end and collects what it wrote, at most 64 MiB on each output.
    ///
    /// - Throws: ``CommandError`` when it cannot be started.
    func collect() async throws -> (ending: Ending, output: String, errors: String) {
        try await startable {
            let result = try await Subprocess.run(
                configuration, output: .string(limit: 64 << 20), error: .string(limit: 64 << 20))
            return (Ending(result.terminationStatus), result.standardOutput, result.standardError)
        }
    }

    /// A process group of its own: what is typed at the terminal (Ctrl-C) reaches us alone, and we
    /// decide what ends when.
    var configuration: Configuration {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
        let changes = (asFromShell.merging(environment) { $1 })
            .map { (Environment.Key(stringLiteral: $0.key), $0.value) }
        return Configuration(
            executable: executable.contains("/") ? .path(FilePath(executable)) : .name(executable),
            arguments: Arguments(arguments),
            environment: .inherit.updating(Dictionary(uniqueKeysWithValues: changes)),
            workingDirectory: FilePath(directory), platformOptions: options)
    }

    /// What a shell tells a program that it starts: where it was found.
    ///
    /// SwiftPM keeps what it knows of manifests by the whole environment. When ours differs in this
    /// from that of a 'swift build' by hand, each of the two reads all manifests again after the other:
    /// many seconds.
    private var asFromShell: [String: String?] {
        let ours = ProcessInfo.processInfo.environment
        guard ours["_"] != nil, !executable.contains("/") else { return [:] }
        for folder in (ours["PATH"] ?? "").split(separator: ":") {
            let path = "\(folder)/\(executable)"
            if access(path, X_OK) == 0 { return ["_": path] }
        }
        return [:]
    }

    /// Says in our words why a program did not start.
    func startable<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw CommandError(
                "There is no program '\(executable)'.",
                remedy: executable.contains("/")
                    ? nil : "Put it on the PATH. Swift comes from https://www.swift.org/install")
        } catch let error as SubprocessError {
            throw CommandError("'\(executable)' could not be run in \(directory): \(error)")
        }
    }
}
