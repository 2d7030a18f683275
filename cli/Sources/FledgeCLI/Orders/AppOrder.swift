// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Starts an app to do one thing and end, instead of serving: to say what it is, or to migrate.
///
/// Only the app itself knows its routes and its database. Fledge reads the order from variables of
/// the environment, and writes what came of it into a file.
struct AppOrder: Sendable {
    /// What is asked, in a variable.
    var variables: [String: String]
    /// The variable that names the file.
    var fileVariable: String
    /// What the app is expected to do, for messages: "say its routes".
    var purpose: String

    /// Carries it out.
    ///
    /// - Parameters:
    ///   - program: The app's program, with the environment that it runs in.
    ///   - patience: How long it may take.
    /// - Returns: The file; empty when the app wrote none.
    /// - Throws: ``CommandError`` when the app fails, takes too long, or serves instead.
    func carryOut(with program: Program, patience: Duration = .seconds(60)) async throws -> Data {
        let file = FileManager.default.temporaryDirectory
            .appending(component: "fledge-order-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        var program = program
        program.environment.merge(variables.mapValues { $0 }) { $1 }
        program.environment[fileVariable] = file.path
        do {
            let app = try await AppProcess.start(program, patience: patience) { _ in }
            await app.stop(within: .seconds(5))
            throw CommandError(
                "The app serves when it is asked to \(purpose).",
                remedy:
                    "It is built with an older Fledge, or does not start with 'serve' or 'listen'.")
        } catch let failure as AppProcess.BootFailure where failure.ending == .status(0) {
            return (try? Data(contentsOf: file)) ?? Data()
        } catch let failure as AppProcess.BootFailure {
            let output = failure.output.map { "  " + $0 }.joined(separator: "\n")
            throw CommandError(
                "The app did not \(purpose). \(failure.title)"
                    + (output.isEmpty ? "" : "\n" + output))
        }
    }
}
