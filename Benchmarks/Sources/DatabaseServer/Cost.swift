// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Foundation
import GRDB

/// What an indexed read costs through Fledge and through GRDB by itself, without HTTP.
///
///     DatabaseServer --cost --database people.sqlite
///
/// One read after the other, so each pays for its own way to a thread and back.
struct ReadCost {
    private static let reads = 20_000

    let path: String

    func report() async throws {
        let people = People(try await FledgeData.Database.sqlite(path: path))
        try await people.fill()
        let pool = try DatabasePool(path: path)
        let sql = "SELECT id, name, email, score FROM people WHERE id = ?"
        var rows: [(String, Double)] = []
        for _ in 0..<2 {  // The first round warms up.
            rows = []
            rows.append(
                (
                    "GRDB, blocking its thread",
                    try microseconds { id in
                        try pool.unsafeRead { db in
                            _ = try GRDB.Row.fetchOne(
                                try db.cachedStatement(sql: sql), arguments: [id])
                        }
                    }
                ))
            rows.append(
                (
                    "GRDB, awaited",
                    try await microseconds { id in
                        try await pool.unsafeRead { db in
                            _ = try GRDB.Row.fetchOne(
                                try db.cachedStatement(sql: sql), arguments: [id])
                        }
                    }
                ))
            rows.append(
                (
                    "Fledge, as a Person",
                    try await microseconds { id in _ = try await people.find(id) }
                ))
        }
        for (name, cost) in rows {
            print("\(name): \(String(format: "%.1f", cost)) µs of CPU for each read")
        }
    }

    private func microseconds(_ read: (Int) throws -> Void) rethrows -> Double {
        let start = Self.processorTime
        for number in 0..<Self.reads { try read(number % 10_000 + 1) }
        return (Self.processorTime - start) / Double(Self.reads)
    }

    private func microseconds(_ read: (Int) async throws -> Void) async rethrows -> Double {
        let start = Self.processorTime
        for number in 0..<Self.reads { try await read(number % 10_000 + 1) }
        return (Self.processorTime - start) / Double(Self.reads)
    }

    /// Of all threads, in microseconds.
    private static var processorTime: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func microseconds(_ time: timeval) -> Double {
            Double(time.tv_sec) * 1e6 + Double(time.tv_usec)
        }
        return microseconds(usage.ru_utime) + microseconds(usage.ru_stime)
    }
}
