// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import GRDB

/// Turns SQLite's codes and messages into ``DatabaseError``.
enum SQLiteErrors {
    /// - Parameters:
    ///   - code: The extended result code.
    ///   - message: SQLite's message for it.
    ///   - sql: The statement that failed, if known.
    ///   - cause: The error it came with, if any.
    /// - Returns: A ``DatabaseError``, or `CancellationError` for an interruption.
    static func translate(
        code: Int32, message: String, sql: String? = nil, cause: (any Error)? = nil
    ) -> any Error {
        let result = ResultCode(rawValue: code)
        // Only the cancellation of the task that runs a statement interrupts it.
        if result.primaryResultCode == .SQLITE_INTERRUPT { return CancellationError() }
        // A cancelled task gives up its wait for a lock; see ``LockWait``.
        if result.primaryResultCode == .SQLITE_BUSY, Task.isCancelled { return CancellationError() }
        let translated = self.code(for: result, message)
        return FledgeData.DatabaseError(
            translated, message + remedy(for: translated),
            constraint: constraint(result, message), sql: sql, cause: cause)
    }

    private static func code(
        for result: ResultCode, _ message: String
    ) -> FledgeData.DatabaseError.Code {
        switch result {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return .uniqueViolation
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .foreignKeyViolation
        case .SQLITE_CONSTRAINT_NOTNULL: return .notNullViolation
        case .SQLITE_CONSTRAINT_CHECK: return .checkViolation
        case .SQLITE_CONSTRAINT_DATATYPE: return .typeMismatch
        default: break
        }
        switch result.primaryResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
        case .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_IOERR: return .connection
        case .SQLITE_READONLY: return .readOnly
        case .SQLITE_FULL: return .storageFull
        case .SQLITE_MISMATCH, .SQLITE_TOOBIG: return .typeMismatch
        case .SQLITE_ERROR, .SQLITE_RANGE: return .syntax
        // GRDB's own complaints, which have no code of SQLite's to go by.
        case .SQLITE_MISUSE: return message.contains("closed") ? .connection : .syntax
        default: return .other
        }
    }

    private static func remedy(for code: FledgeData.DatabaseError.Code) -> String {
        switch code {
        case .busy: ". Another process holds the lock; try again, or keep transactions shorter."
        case .storageFull: ". Free some space on the disk of the database."
        default: ""
        }
    }

    /// Reads `UNIQUE constraint failed: users.email, users.shop` and its siblings.
    ///
    /// The wording has been stable since SQLite 3.8; a test per kind notices a change.
    private static func constraint(
        _ result: ResultCode, _ message: String
    ) -> FledgeData.DatabaseError.Constraint? {
        guard result.primaryResultCode == .SQLITE_CONSTRAINT else { return nil }
        let parts = message.split(separator: " constraint failed: ", maxSplits: 1)
        guard parts.count == 2 else { return .init() }
        let detail = String(parts[1])
        if result == .SQLITE_CONSTRAINT_CHECK { return .init(name: detail) }
        if detail.hasPrefix("index '") {
            return .init(name: String(detail.dropFirst("index '".count).dropLast()))
        }
        let fields = detail.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1) }
        return .init(
            table: fields.first?.first.map(String.init),
            columns: fields.compactMap { $0.count == 2 ? String($0[1]) : nil })
    }
}

/// Runs a closure and translates what GRDB throws.
///
/// Cancellations and our own errors pass.
func translatingErrors<T>(_ body: () async throws -> T) async throws -> T {
    do { return try await body() } catch { throw SQLiteErrors.translate(error) }
}

extension SQLiteErrors {
    /// Turns an error of GRDB into ours; others pass.
    static func translate(_ error: any Error) -> any Error {
        guard let error = error as? GRDB.DatabaseError else { return error }
        return translate(
            code: error.extendedResultCode.rawValue,
            message: error.message ?? "SQLite error \(error.extendedResultCode.rawValue)",
            sql: error.sql, cause: error)
    }

    /// The error of a call after `close()`.
    static var closed: FledgeData.DatabaseError {
        FledgeData.DatabaseError(
            .connection, "The database was closed. Close it when nothing uses it any more.")
    }
}
