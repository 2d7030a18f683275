// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

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

/// The order to migrate, or to say how things stand, and end: how `fledge migrate` asks.
///
/// Only the app knows its database and its migrations. A program that is started with
/// `FLEDGE_MIGRATE` set starts as always, until it applies its migrations: then the order is carried
/// out instead, what came of it is written to the file of `FLEDGE_MIGRATE_OUTPUT`, and the process ends.
struct MigrationOrder: Sendable {
    enum Action: Sendable, Equatable {
        case up(through: Int?)
        case down(count: Int)
        case status, dryRun

        /// `up`, `up:3`, `down`, `down:2`, `status`, `dry-run`; nil for anything else.
        init?(_ text: String) {
            let parts = text.split(
                separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let number = parts.count == 2 ? Int(parts[1]).flatMap { $0 > 0 ? $0 : nil } : nil
            guard let name = parts.first, (number != nil) == (parts.count == 2) else { return nil }
            switch (name, number) {
            case ("up", _): self = .up(through: number)
            case ("down", _): self = .down(count: number ?? 1)
            case ("status", nil): self = .status
            case ("dry-run", nil): self = .dryRun
            default: return nil
            }
        }
    }

    static let variable = "FLEDGE_MIGRATE"

    var action: Action
    var output: String?

    /// What the process was told; nil if it is to serve.
    ///
    /// - Throws: ``MigrationError`` for an order that is none.
    static func ofProcess() throws -> MigrationOrder? {
        try MigrationOrder(ProcessInfo.processInfo.environment)
    }

    init?(_ variables: [String: String]) throws {
        guard let text = variables[Self.variable], !text.isEmpty else { return nil }
        guard let action = Action(text) else {
            throw MigrationError(
                .invalidFiles,
                [
                    "\(Self.variable): '\(text)' is no order. There are up, up:NUMBER, down, down:COUNT, "
                        + "status and dry-run."
                ])
        }
        self.action = action
        self.output = variables["FLEDGE_MIGRATE_OUTPUT"]
    }

    /// Carries it out and ends the process.
    func carryOutAndExit(_ migrations: Migrations, on database: Database) async throws -> Never {
        let report = try await carryOut(migrations, on: database)
        if let output {
            try JSONEncoder().encode(report).write(to: URL(fileURLWithPath: output))
        }
        try await database.close()
        exit(EXIT_SUCCESS)
    }

    func carryOut(_ migrations: Migrations, on database: Database) async throws -> MigrationReport {
        let done: [Migration] =
            switch action {
            case .up(let last): try await migrations.applyNow(to: database, through: last)
            case .down(let count): try await migrations.revert(count, on: database)
            case .dryRun: try await migrations.dryRun(on: database)
            case .status: []
            }
        return MigrationReport(
            dialect: database.dialect.name, done: done.map(\.name),
            status: try await migrations.status(of: database).map(MigrationReport.Entry.init))
    }
}

/// What came of an order, for the tool that gave it.
struct MigrationReport: Codable, Sendable {
    struct Entry: Codable, Sendable {
        var number: Int
        var name: String
        var state: String
        var appliedAt: String?
        var isReversible: Bool

        init(_ status: MigrationStatus) {
            number = status.number
            name = status.name
            state = status.state.rawValue
            appliedAt = status.appliedAt.map { Timestamp.format($0) }
            isReversible = status.isReversible
        }
    }

    var dialect: String
    /// The migrations that were applied, undone or tried.
    var done: [String]
    /// All of them, as they stand now.
    var status: [Entry]
}
