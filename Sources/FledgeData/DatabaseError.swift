// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What went wrong in the database, in words every database shares.
///
///     do {
///         try await database.execute("INSERT INTO users (email) VALUES (\(email))")
///     } catch let error as DatabaseError where error.code == .uniqueViolation {
///         throw ShopError.emailTaken(email)
///     }
///
/// ``description`` holds the SQL text but never the bound values, so it is safe to log. It is not
/// meant for a client's eyes.
public struct DatabaseError: Error, Sendable {
    /// The kind of failure.
    public let code: Code

    /// What happened and what to do about it.
    public let message: String

    /// The constraint that was violated, as far as the database tells.
    public let constraint: Constraint?

    /// The SQL text, with placeholders in place of the values.
    public private(set) var sql: String?

    /// The error below, such as the driver's own.
    public let cause: (any Error)?

    /// The call that failed.
    public private(set) var location: Location?

    package init(
        _ code: Code, _ message: String, constraint: Constraint? = nil, sql: String? = nil,
        cause: (any Error)? = nil, location: Location? = nil
    ) {
        self.code = code
        self.message = message
        self.constraint = constraint
        self.sql = sql
        self.cause = cause
        self.location = location
    }

    /// Adds what the call knows, without replacing what is known already.
    func located(sql: SQL? = nil, at location: Location) -> DatabaseError {
        var error = self
        error.sql = error.sql ?? sql?.description
        error.location = error.location ?? location
        return error
    }
}

extension DatabaseError {
    /// A constraint of the schema.
    public struct Constraint: Sendable, Hashable {
        /// The constraint's own name, if the database tells it.
        ///
        /// For a check without a name SQLite tells its expression.
        public let name: String?

        /// The table it stands on.
        public let table: String?

        /// Its columns, in the schema's order.
        ///
        /// Empty if the database does not tell.
        public let columns: [String]

        package init(name: String? = nil, table: String? = nil, columns: [String] = []) {
            self.name = name
            self.table = table
            self.columns = columns
        }
    }

    /// A place in the program.
    public struct Location: Sendable, CustomStringConvertible {
        /// Module and file, as in `#fileID`.
        public let fileID: StaticString

        /// The line, from 1.
        public let line: UInt

        /// `Module/File.swift:12`.
        public var description: String { "\(fileID):\(line)" }
    }
}

extension DatabaseError: CustomStringConvertible {
    /// Code, message, SQL and place on one line each.
    ///
    /// Contains no bound value.
    public var description: String {
        var lines = ["\(code): \(message)"]
        if let sql { lines.append("  in SQL: \(sql)") }
        if let location { lines.append("  at \(location)") }
        return lines.joined(separator: "\n")
    }
}
