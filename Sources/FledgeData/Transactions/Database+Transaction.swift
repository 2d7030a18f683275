// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension Database {
    /// Runs a closure in a transaction: all of it happens, or nothing.
    ///
    ///     let order = try await database.transaction { tx in
    ///         let sold = try await tx.execute(
    ///             "UPDATE products SET stock = stock - 1 WHERE id = \(id) AND stock >= 1")
    ///         guard sold.changes == 1 else { throw OutOfStock() }      // rolls back
    ///         return try await tx.one("INSERT INTO orders … RETURNING *", as: Order.self)
    ///     }
    ///
    /// - Commits when the closure returns. Rolls back when it throws, when the task is cancelled
    ///   before the commit, and when the commit fails. A commit that has begun is carried through:
    ///   its success is never reported as a cancellation.
    /// - Inside, use the database the closure is given. Using the outer one in the closure would
    ///   wait for the connection that the transaction holds, so it throws `.misuse` instead.
    /// - A transaction inside a transaction is a savepoint: its failure undoes only itself. On
    ///   PostgreSQL a failed statement ends its transaction; put one that may fail, and whose
    ///   error you catch, in a savepoint.
    /// - The closure is called again after a serialisation failure or a deadlock (PostgreSQL has
    ///   them, SQLite does not), so keep effects other than on the database out of it.
    /// - SQLite runs one writing transaction at a time: do not wait for the network inside.
    ///
    /// - Parameters:
    ///   - isolation: What it sees of others; nil for the database's default, which is
    ///     `readCommitted` on PostgreSQL unless its administrator chose another. A transaction
    ///     inside another one has the outer one's, and asking for a stricter one is `.misuse`.
    ///   - retries: How often the closure is called again at most. Between two calls the task
    ///     waits for some milliseconds, more each time and never the same.
    ///   - fileID: The place of the call, for errors.
    ///   - line: The place of the call, for errors.
    ///   - body: What happens in the transaction, with the database to use there.
    /// - Returns: What the closure returns.
    /// - Throws: What the closure throws, ``DatabaseError``, or `CancellationError`.
    @discardableResult
    public func transaction<T>(
        isolation: TransactionIsolation? = nil, retries: Int = 2,
        fileID: StaticString = #fileID, line: UInt = #line,
        _ body: (_ tx: Database) async throws -> T
    ) async throws -> T {
        do {
            switch backend {
            case .driver(let driver):
                return try await begin(on: driver, isolation, retries: retries, body)
            case .transaction(let scope, let level):
                try scope.check(isolation)
                return try await savepoint(in: scope, level: level, body)
            }
        } catch let error as DatabaseError {
            throw error.located(at: .init(fileID: fileID, line: line))
        }
    }

    private func begin<T>(
        on driver: any DatabaseDriver, _ isolation: TransactionIsolation?, retries: Int,
        _ body: (Database) async throws -> T
    ) async throws -> T {
        try TransactionScope.refuse(driver)
        var pause = RetryPause(retries: retries)
        while true {
            let session = try await driver.begin(isolation)
            let scope = TransactionScope(session, of: driver)
            do {
                return try await run(scope, body)
            } catch {
                guard scope.isWorthRetrying(error), pause.hasRetry else { throw error }
            }
            try await pause.wait()
        }
    }

    private func run<T>(
        _ scope: TransactionScope, _ body: (Database) async throws -> T
    ) async throws -> T {
        let session = scope.session
        do {
            let result = try await TransactionScope.$current.withValue(scope) {
                try await body(Database(scope: scope, level: 0))
            }
            scope.close()
            try Task.checkCancellation()
            try await uncancelled { try await session.commit() }
            return result
        } catch {
            scope.close()
            await uncancelled { await session.rollback() }
            throw error
        }
    }

    private func savepoint<T>(
        in scope: TransactionScope, level: Int, _ body: (Database) async throws -> T
    ) async throws -> T {
        try scope.enter(level: level + 1)
        let session = scope.session
        let name = "fledge_\(level + 1)"
        do {
            _ = try await session.run(.init(text: "SAVEPOINT \(name)"), rowLimit: nil)
            let result = try await body(Database(scope: scope, level: level + 1))
            try Task.checkCancellation()
            scope.leave(level: level + 1)
            try await uncancelled {
                _ = try await session.run(.init(text: "RELEASE SAVEPOINT \(name)"), rowLimit: nil)
            }
            return result
        } catch {
            scope.leave(level: level + 1)
            // These fail where there is nothing to undo: the savepoint was not made, or the
            // database has ended the whole transaction, and then the commit fails too.
            try? await uncancelled {
                _ = try await session.run(
                    .init(text: "ROLLBACK TO SAVEPOINT \(name)"), rowLimit: nil)
                _ = try await session.run(.init(text: "RELEASE SAVEPOINT \(name)"), rowLimit: nil)
            }
            throw error
        }
    }
}

/// Runs an operation that the task's cancellation must not stop half-way, such as a commit.
///
/// An unstructured task does not inherit cancellation; that is its whole purpose here.
private func uncancelled(_ operation: @escaping @Sendable () async throws -> Void) async throws {
    try await Task { try await operation() }.value
}

/// The same for an operation that cannot fail, such as a rollback.
private func uncancelled(_ operation: @escaping @Sendable () async -> Void) async {
    await Task { await operation() }.value
}
