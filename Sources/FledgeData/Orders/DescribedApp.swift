// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Whether this process only tells what its app is (`fledge routes`) and serves nobody.
///
/// Who lists routes wants no file made, no server asked and nothing migrated. So an app that is
/// described gets a stand-in for each database that it opens: on SQLite an empty one in memory, which
/// its migrations and its first rows go into; on PostgreSQL an ``AbsentDatabase``.
package enum DescribedApp {
    /// `FLEDGE_DESCRIBE` is set; FledgeCore acts on it.
    package static let isThisOne =
        ProcessInfo.processInfo.environment["FLEDGE_DESCRIBE"]?.isEmpty == false
}

/// A database that is not there: migrations pass over it, and everything else fails with the reason.
package final class AbsentDatabase: DatabaseDriver {
    package let dialect: SQLDialect

    package init(_ dialect: SQLDialect) {
        self.dialect = dialect
    }

    private var refusal: DatabaseError {
        DatabaseError(
            .connection,
            "The app is only described (FLEDGE_DESCRIBE is set), so its \(dialect.name) database is "
                + "not opened, and its start asks it for something. Do that when the app runs: in a "
                + "service of app.addServices, or in a migration.")
    }

    package func run(_ statement: SQLStatement, rowLimit: Int?) throws -> StatementResult {
        throw refusal
    }

    package func begin(_ isolation: TransactionIsolation?) throws -> any DatabaseSession {
        throw refusal
    }

    package func stream(_ statement: SQLStatement) throws -> any StreamCursor { throw refusal }

    package func withMigrationLock<T>(_ body: () async throws -> T) throws -> T { throw refusal }

    package var metrics: DatabaseMetrics {
        DatabaseMetrics(
            limit: 0, open: 0, inUse: 0, waiting: 0, acquired: 0, timeouts: 0, waitTime: .zero)
    }

    package func close() {}
}
