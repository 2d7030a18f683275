// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// One open transaction, as the `Database` values inside it share it.
///
/// It turns the three classic mistakes into errors that say what to do: keeping `tx` after its
/// closure, using an outer `tx` while an inner one is open, and using the database itself inside.
final class TransactionScope: Sendable {
    /// The innermost transaction of the current task.
    @TaskLocal static var current: TransactionScope?

    let session: any DatabaseSession
    let driver: any DatabaseDriver

    /// The transaction around this one, which is on another database.
    private let outer: TransactionScope?

    /// The level of the innermost open savepoint; nil when the transaction is over.
    private let openLevel = Mutex<Int?>(0)

    /// Whether a statement failed for what others did at the same time.
    private let hasLostRace = Atomic(false)

    init(_ session: any DatabaseSession, of driver: any DatabaseDriver) {
        self.session = session
        self.driver = driver
        self.outer = Self.current
    }

    /// Throws unless a database of this level may be used now.
    func check(level: Int) throws {
        try openLevel.withLock { open in try Self.check(level, open) }
    }

    /// Makes a level the innermost one, if the one around it is so now.
    func enter(level: Int) throws {
        try openLevel.withLock { open in
            try Self.check(level - 1, open)
            open = level
        }
    }

    private static func check(_ level: Int, _ open: Int?) throws {
        guard let open else {
            throw DatabaseError(
                .misuse,
                "The transaction is over. Use `tx` inside its closure only, and await there "
                    + "everything that uses it.")
        }
        guard open == level else {
            throw DatabaseError(
                .misuse,
                "Another transaction is open inside this one. Use the `tx` of the innermost "
                    + "closure, and do not run nested transactions side by side.")
        }
    }

    /// Throws unless the transaction promises what is asked for inside of it.
    func check(_ isolation: TransactionIsolation?) throws {
        guard let isolation, isolation > session.isolation else { return }
        throw DatabaseError(
            .misuse,
            "A transaction inside another one has the outer one's isolation, which is "
                + "\(session.isolation.rawValue) here. Ask for \(isolation.rawValue) there.")
    }

    /// Notes what a statement failed with, whatever the closure makes of it.
    func note(_ error: any Error) {
        guard let error = error as? DatabaseError, error.code == .serializationFailure else {
            return
        }
        hasLostRace.store(true, ordering: .relaxed)
    }

    /// Whether the transaction may succeed if it is run again.
    ///
    /// The closure may have turned the failure into an error of its own.
    func isWorthRetrying(_ error: any Error) -> Bool {
        note(error)
        return hasLostRace.load(ordering: .relaxed) && !Task.isCancelled
    }

    func leave(level: Int) {
        openLevel.withLock { if $0 != nil { $0 = level - 1 } }
    }

    func close() {
        openLevel.withLock { $0 = nil }
    }

    /// Throws if the current task is inside a transaction on the driver.
    ///
    /// On SQLite the call would wait for ever for the writer that its own task holds; on a pool it
    /// would take a second connection and starve the others. So the rule is the same everywhere.
    static func refuse(_ driver: any DatabaseDriver) throws {
        var scope = current
        while let open = scope {
            if open.driver === driver, open.openLevel.withLock({ $0 }) != nil {
                throw DatabaseError(
                    .misuse,
                    "The database is used inside the closure of its own transaction. Use the "
                        + "closure's `tx` instead, or a detached task for work of its own.")
            }
            scope = open.outer
        }
    }
}
