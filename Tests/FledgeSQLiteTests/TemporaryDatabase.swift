// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgeSQLite
import Foundation

/// A path for a database file in a folder of its own, removed after the closure.
func withDatabaseFile<T>(_ body: (_ path: String) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(
        component: "fledge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.appending(component: "data").appending(component: "t.sqlite").path)
}

/// Runs a closure on a database in memory and on one in a file, which differ inside.
func withEachDatabase(_ body: (Database) async throws -> Void) async throws {
    try await body(Database.inMemory())
    try await withDatabaseFile { path in
        let database = try await Database.sqlite(path: path)
        try await body(database)
        try await database.close()
    }
}

/// The database error of a call, or nil if it succeeds or throws something else.
func databaseError<T>(_ body: () async throws -> T) async -> DatabaseError? {
    do { _ = try await body() } catch { return error as? DatabaseError }
    return nil
}

/// A signal that one task sends and another waits for.
actor Signal {
    private var isSent = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func send() {
        isSent = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    func wait() async {
        if isSent { return }
        await withCheckedContinuation { waiting.append($0) }
    }
}
