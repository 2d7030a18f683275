// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// A program that a test runs.
///
/// Not with Foundation's `Process`: on Linux that reads a whole `dirent` where the kernel wrote a short
/// one, and ends the tests with a bad access now and then when many descriptors are open
/// (swift-corelibs-foundation #5472).
package struct Program: Sendable {
    private let executable: Executable

    /// One that the PATH has.
    package init(_ name: String) {
        self.executable = .name(name)
    }

    /// One of this package's products.
    ///
    /// SwiftPM builds it into the folder of the tests: on Linux they are a program there, on macOS a
    /// bundle some folders deeper.
    package init(built name: String) throws {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        var folder =
            bundle?.bundleURL ?? URL(filePath: CommandLine.arguments[0]).standardizedFileURL
        while folder.path.count > 1 {
            folder.deleteLastPathComponent()
            let file = folder.appending(path: name)
            let isFolder = try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
            if isFolder == false, FileManager.default.isExecutableFile(atPath: file.path) {
                self.executable = .path(FilePath(file.path))
                return
            }
        }
        throw Missing(name: name)
    }

    package struct Missing: Error, CustomStringConvertible {
        let name: String
        package var description: String {
            "The program '\(name)' is not beside the tests: build them with --build-tests."
        }
    }
}

extension Program {
    /// What a run came to.
    package struct Outcome: Sendable, Equatable {
        /// Its exit status; of a signal, 128 more than its number, as a shell says it.
        package var status: Int32
        package var output: String
        package var errors: String

        package init(status: Int32, output: String = "", errors: String = "") {
            self.status = status
            self.output = output
            self.errors = errors
        }
    }

    /// Runs it to its end.
    package func run(
        _ arguments: [String] = [], input: String = "", environment: [String: String]? = nil,
        directory: String? = nil
    ) async throws -> Outcome {
        let mebibytes = 16 * 1_048_576
        let result = try await Subprocess.run(
            executable, arguments: Arguments(arguments),
            environment: Self.variables(environment),
            workingDirectory: directory.map { FilePath($0) }, input: .string(input),
            output: .string(limit: mebibytes), error: .string(limit: mebibytes))
        return Outcome(
            status: result.terminationStatus.number, output: result.standardOutput,
            errors: result.standardError)
    }

    /// Nil is the environment of the tests themselves.
    private static func variables(_ values: [String: String]?) -> Environment {
        guard let values else { return .inherit }
        return .custom(
            Dictionary(
                uniqueKeysWithValues: values.map { (Environment.Key(stringLiteral: $0), $1) }))
    }

    /// Runs it while `body` talks with it, asks it to stop (SIGTERM), and gives its exit status.
    ///
    /// When `body` throws, the program is killed.
    package func run(
        _ arguments: [String] = [], environment: [String: String]? = nil, directory: String? = nil,
        _ body: (inout Conversation) async throws -> Void
    ) async throws -> Int32 {
        let result = try await Subprocess.run(
            executable, arguments: Arguments(arguments),
            environment: Self.variables(environment),
            workingDirectory: directory.map { FilePath($0) },
            input: .inputWriter, output: .sequence, error: .discarded
        ) { execution in
            var conversation = Conversation(execution)
            do {
                try await body(&conversation)
                try execution.send(signal: .terminate)
            } catch {
                try? execution.send(signal: .kill)
                throw error
            }
        }
        return result.terminationStatus.number
    }

    /// A running program: lines to it, and lines from it.
    package struct Conversation {
        private let execution: Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>
        private var lines: SubprocessOutputSequence.StringSequence<UTF8>.AsyncIterator

        init(_ execution: Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>) {
            self.execution = execution
            self.lines = execution.standardOutput.strings().makeAsyncIterator()
        }

        /// The next line that it prints, without its end; nil after the last one.
        package mutating func readLine() async throws -> String? {
            try await lines.next()
        }

        package func writeLine(_ line: String) async throws {
            _ = try await execution.standardInputWriter.write(line + "\n")
        }
    }
}

extension TerminationStatus {
    fileprivate var number: Int32 {
        switch self {
        case .exited(let status): status
        case .signaled(let signal): 128 + signal
        }
    }
}
