// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation

/// The built compiler plugin, run as a program.
enum MacroPlugin {
    struct Failure: Error {
        var message: String
    }

    /// What the macros make of `source`.
    static func expand(_ source: String) throws -> String {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = try program
        process.arguments = ["--expand"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(source.utf8))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(message: "The plugin ended with \(process.terminationStatus).")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// Beside the tests: SwiftPM builds both into one folder.
    private static var program: URL {
        get throws {
            var folder = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
            for _ in 0..<6 {
                folder.deleteLastPathComponent()
                let program = folder.appending(path: "FledgeMacros-tool")
                if FileManager.default.isExecutableFile(atPath: program.path) { return program }
            }
            throw Failure(message: "FledgeMacros-tool is not beside \(CommandLine.arguments[0]).")
        }
    }
}
