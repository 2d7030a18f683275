// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

@testable import FledgeCLI

/// The program itself: what it says, and its status, for each mistake that a caller can make.
@Suite(.timeLimit(.minutes(5))) struct CommandTests {
    struct Call: CustomTestStringConvertible {
        var testDescription: String
        var arguments: [String]
        var status: Int32
        var says: [String]
        var files: [String: String] = [:]
        var environment: [String: String?] = [:]
    }

    private static let commands = ["new", "dev", "build", "start"]
    private static let broken = [
        "Package.swift": "// swift-tools-version: 6.2\nlet package = nothing\n"
    ]
    private static let manifest = [
        "Package.swift": """
        // swift-tools-version: 6.2
        import PackageDescription
        let package = Package(name: "a", targets: [.executableTarget(name: "A", path: "app")])
        """,
        "app/main.swift": "print(1)\n",
    ]

    static let calls =
        [
            Call(
                testDescription: "help", arguments: ["--help"], status: 0,
                says: ["fledge new hello --minimal", "generate-completion-script"]),
            Call(
                testDescription: "completions", arguments: ["--generate-completion-script", "zsh"],
                status: 0, says: ["#compdef fledge"]),
            Call(
                testDescription: "unknown command", arguments: ["serve"], status: 64,
                says: ["serve"]),
            Call(testDescription: "no name", arguments: ["new"], status: 64, says: ["<name>"]),
            Call(
                testDescription: "a bad name", arguments: ["new", "My App"], status: 1,
                says: ["Write 'my-app'.", "Nothing was made."]),
            Call(
                testDescription: "a folder that is there", arguments: ["new", "a"], status: 1,
                says: ["not empty"], files: ["a/b": ""]),
            Call(
                testDescription: "a checkout that is none",
                arguments: ["new", "a", "--fledge", "x"], status: 1, says: ["There is no folder"]),
            Call(
                testDescription: "a port that is none", arguments: ["dev", "--port", "70000"],
                status: 64, says: ["65535"]),
            Call(
                testDescription: "PORT that is none", arguments: ["dev"], status: 1,
                says: ["PORT of the environment is 'x'"], files: manifest,
                environment: ["PORT": "x"]),
            Call(
                testDescription: "start without a build", arguments: ["start"], status: 1,
                says: [".build/release/A is not there", "fledge build"], files: manifest),
            Call(
                testDescription: "too many workers", arguments: ["start", "--workers", "0"],
                status: 64, says: ["1 to 1024"]),
            Call(
                testDescription: "another program", arguments: ["build", "--product", "B"],
                status: 1,
                says: ["no executable product 'B'", "It has A."], files: manifest),
            Call(
                testDescription: "a doctor without a checkout", arguments: ["doctor", "--json"],
                status: 1, says: ["scripts/install"], environment: ["FLEDGE_CHECKOUT": "/nowhere"]),
        ]
        + commands.flatMap { command in
            [
                Call(
                    testDescription: "\(command) --help", arguments: [command, "--help"], status: 0,
                    says: ["USAGE: fledge \(command)", "  fledge \(command)"]),
                Call(
                    testDescription: "\(command) --nope",
                    arguments: [command] + (command == "new" ? ["hello"] : []) + ["--nope"],
                    status: 64,
                    says: ["--nope"]),
            ]
        }
        + ["dev", "build", "start"].flatMap { command in
            [
                Call(
                    testDescription: "\(command) without a package", arguments: [command],
                    status: 1,
                    says: ["There is no Package.swift in", "fledge new"]),
                Call(
                    testDescription: "\(command) with a broken package", arguments: [command],
                    status: 1, says: ["SwiftPM cannot read", "cannot find 'nothing' in scope"],
                    files: broken),
            ]
        }

    @Test(arguments: calls) func `a call ends with its status and says why`(call: Call) async throws
    {
        let folder = try TemporaryFolder()
        for (name, text) in call.files { try folder.write(name, text) }
        let program = Program(
            executable: try Self.binary, arguments: call.arguments, directory: folder.path,
            environment: call.environment)
        let result = try await program.collect()
        #expect(result.ending == .status(call.status))
        let said = result.output + result.errors
        for text in call.says { #expect(said.contains(text), "\(said)") }
    }

    @Test func `a place where nobody may write is told`() async throws {
        // Not even the superuser makes files there.
        let program = Program(
            executable: try Self.binary, arguments: ["new", "hello"], directory: "/proc")
        let result = try await program.collect()
        #expect(result.ending == .status(1))
        #expect(result.errors.contains("/proc/hello"), "\(result.errors)")
    }

    @Test func `what is piped has no colours`() async throws {
        let folder = try TemporaryFolder()
        let program = Program(
            executable: try Self.binary, arguments: ["new", "hello"], directory: folder.path)
        let result = try await program.collect()
        #expect(!result.output.contains("\u{1B}"))
    }

    /// Beside the tests: SwiftPM builds both into one folder.
    private static var binary: String {
        get throws {
            var folder = Paths.absolute(CommandLine.arguments[0])
            for _ in 0..<6 {
                folder = Paths.absolute(folder + "/..")
                let binary = folder + "/fledge"
                if Paths.exists(binary), !Paths.isFolder(binary) { return binary }
            }
            throw CommandError("The program 'fledge' is not beside the tests.")
        }
    }
}
