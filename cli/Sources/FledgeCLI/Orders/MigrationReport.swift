// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What an app says of its migrations.
struct MigrationReport: Codable, Sendable {
    struct Entry: Codable, Sendable {
        var number: Int
        var name: String
        var state: String
        var appliedAt: String?
        var isReversible: Bool
    }

    var dialect: String
    /// What was applied, undone or tried.
    var done: [String]
    var status: [Entry]

    /// Has the app carry out an order about its migrations.
    ///
    /// - Parameters:
    ///   - order: Such as `up`, `up:3`, `down:1`, `status` or `dry-run`.
    ///   - program: The app's program, with the environment that it runs in.
    /// - Returns: What was done, and how all of them stand.
    /// - Throws: ``CommandError`` when one fails, or the app has none.
    static func ask(for order: String, with program: Program) async throws -> MigrationReport {
        let order = AppOrder(
            variables: ["FLEDGE_MIGRATE": order], fileVariable: "FLEDGE_MIGRATE_OUTPUT",
            purpose: "carry out '\(order)' on its migrations")
        let data = try await order.carryOut(with: program, patience: .seconds(600))
        guard let report = try? JSONDecoder().decode(MigrationReport.self, from: data) else {
            throw CommandError(
                "What the app says about its migrations is not understood.",
                remedy: "Are this command and the app's Fledge of the same version?")
        }
        return report
    }
}
