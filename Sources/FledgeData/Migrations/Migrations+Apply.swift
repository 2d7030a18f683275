// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension Migrations {
    /// Applies what is missing, in order.
    ///
    /// Migrations in the database that are newer than all of ours are left alone: while a new
    /// version is rolled out, instances of the old one still restart.
    ///
    /// `fledge migrate` starts the program with `FLEDGE_MIGRATE` set. This then does what that says
    /// (undo, tell the status, …) and ends the process.
    ///
    /// - Parameters:
    ///   - database: The database.
    ///   - last: The number of the last migration to apply; all if nil.
    /// - Returns: The migrations this call applied; empty if the database was up to date.
    /// - Throws: ``MigrationError`` with code `.changed` or `.invalidFiles` before anything is
    ///   applied, or `.failed` at the migration that failed; those before it stay.
    ///   ``DatabaseError`` if the database cannot be used at all.
    @discardableResult
    public func apply(to database: Database, through last: Int? = nil) async throws -> [Migration] {
        if database.driver is AbsentDatabase { return [] }
        if let order = try MigrationOrder.ofProcess() {
            try await order.carryOutAndExit(self, on: database)
        }
        return try await applyNow(to: database, through: last)
    }

    /// Applies what is missing, whatever the process was started for.
    func applyNow(to database: Database, through last: Int?) async throws -> [Migration] {
        try check(database.dialect)
        return try await Self.alone(on: database) {
            try check(database.dialect, against: await MigrationLog.entries(in: database))
            var applied: [Migration] = []
            for migration in all.prefix(while: { $0.number <= last ?? .max }) {
                let isNew = try await Self.run(migration, on: database) { tx in
                    try await apply(migration, in: tx)
                }
                if isNew { applied.append(migration) }
            }
            return applied
        }
    }

    /// Tries what is missing, all of it in one transaction, and keeps nothing of it.
    ///
    /// So the SQL is known to run on this very database before it does. While it runs, other
    /// writers wait.
    ///
    /// - Returns: The migrations that ``apply(to:through:)`` would apply.
    /// - Throws: As ``apply(to:through:)``.
    public func dryRun(on database: Database) async throws -> [Migration] {
        try check(database.dialect)
        struct Undo: Error {}
        var applied: [Migration] = []
        do {
            try await database.driver.withMigrationLock {
                try await database.transaction { tx in
                    try await MigrationLog.create(in: tx)
                    for migration in all {
                        let isNew = try await Self.locating("\(migration.name).sql") {
                            try await apply(migration, in: tx)
                        }
                        if isNew { applied.append(migration) }
                    }
                    throw Undo()
                }
            }
        } catch is Undo {}
        return applied
    }

    /// Undoes the last migrations that were applied, the last one first, by their `.down.sql` files.
    ///
    /// For development. In production write a new migration that changes things back: what a down
    /// file drops is gone.
    ///
    /// - Parameters:
    ///   - count: How many, at least 1.
    ///   - database: The database.
    /// - Returns: The migrations this call undid, in that order.
    /// - Throws: ``MigrationError`` with code `.irreversible` before anything is undone when a down
    ///   file or the migration itself is not here, `.changed` as ``apply(to:through:)``, or `.failed`
    ///   at the one that failed; those undone before it stay undone.
    @discardableResult
    public func revert(_ count: Int = 1, on database: Database) async throws -> [Migration] {
        try await Self.alone(on: database) {
            let entries = try await MigrationLog.entries(in: database)
            try check(database.dialect, against: entries)
            let last = try reversible(entries.suffix(max(0, count)).reversed(), database.dialect)
            var reverted: [Migration] = []
            for (migration, sql) in last {
                let isUndone = try await Self.run(migration, on: database, file: ".down.sql") {
                    tx in
                    let entries = try await MigrationLog.entries(in: tx)
                    guard entries.last?.number == migration.number else { return false }
                    try await tx.runScript(sql)
                    try await MigrationLog.remove(migration, in: tx)
                    return true
                }
                if isUndone { reverted.append(migration) }
            }
            return reverted
        }
    }

    private func reversible(
        _ entries: [MigrationLog.Entry], _ dialect: SQLDialect
    ) throws -> [(Migration, down: String)] {
        var problems: [String] = []
        let found = entries.compactMap { entry -> (Migration, String)? in
            guard let migration = all.first(where: { $0.number == entry.number }) else {
                problems.append(
                    "\(entry.name).sql: was applied at \(entry.appliedAt) and is not here. "
                        + "Undo it with the version of the program that has it.")
                return nil
            }
            guard let down = migration.sql(.down, for: dialect) else {
                problems.append(
                    "\(migration.name).sql: nothing says how to undo it. Write "
                        + "\(migration.name).down.sql, or a new migration that changes things back."
                )
                return nil
            }
            return (migration, down)
        }
        guard problems.isEmpty else { throw MigrationError(.irreversible, problems) }
        return found
    }

    /// Applies one migration unless the log has it.
    ///
    /// The log is read in the transaction itself: on SQLite that is what makes programs take turns.
    private func apply(_ migration: Migration, in tx: Database) async throws -> Bool {
        let entries = try await MigrationLog.entries(in: tx)
        try check(tx.dialect, against: entries)
        guard !entries.contains(where: { $0.number == migration.number }),
            let sql = migration.sql(.up, for: tx.dialect)
        else { return false }
        try await tx.runScript(sql)
        try await MigrationLog.add(migration, in: tx)
        return true
    }

    /// Makes programs that migrate one database wait for each other, and sees to the log.
    private static func alone<T>(
        on database: Database, _ body: () async throws -> T
    ) async throws -> T {
        try await database.driver.withMigrationLock {
            try await database.transaction { tx in try await MigrationLog.create(in: tx) }
            return try await body()
        }
    }

    /// Runs one migration in a transaction of its own.
    private static func run(
        _ migration: Migration, on database: Database, file suffix: String = ".sql",
        _ body: (Database) async throws -> Bool
    ) async throws -> Bool {
        try await locating(migration.name + suffix) {
            try await database.transaction { tx in try await body(tx) }
        }
    }

    private static func locating<T>(
        _ file: String, _ body: () async throws -> T
    ) async throws -> T {
        do { return try await body() } catch let error as DatabaseError {
            let statement = error.sql.map { " In: \($0)" } ?? ""
            throw MigrationError(.failed, ["\(file): \(error.message)\(statement)"], cause: error)
        }
    }
}
