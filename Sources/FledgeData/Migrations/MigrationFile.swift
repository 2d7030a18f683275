// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A file of SQL, and what its name says it is for.
///
///     0001_create_users.sql                 on every database
///     0001_create_users.postgres.sql        instead of it on PostgreSQL
///     0001_create_users.down.sql            undoes it
///     0001_create_users.postgres.down.sql   undoes it on PostgreSQL
struct MigrationFile {
    enum Direction: Sendable {
        case up, down
    }

    struct Role: Sendable, Hashable {
        let direction: Direction
        /// The only kind of database that it is for; nil for all.
        let dialect: String?
    }

    let number: Int
    let name: String
    let role: Role
    let sql: String

    /// - Throws: ``MigrationError`` if the name has another form or there is no SQL.
    init(name fileName: String, sql: String) throws {
        var parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, parts.removeLast() == "sql" else {
            throw Self.refused(fileName, "the name must end in .sql.")
        }
        let name = String(parts.removeFirst())
        guard let number = Self.number(of: name) else {
            throw Self.refused(
                fileName, "the name must be a number and words, as in 0001_create_users.sql.")
        }
        let isDown = parts.last == "down"
        if isDown { parts.removeLast() }
        let dialect = parts.popLast().map(String.init)
        guard parts.isEmpty, dialect.map(SQLDialect.names.contains) ?? true else {
            throw Self.refused(
                fileName,
                "between name and .sql stand the database, if it is for one only "
                    + "(\(SQLDialect.names.joined(separator: " or "))), and then down, if it undoes: "
                    + "\(name).\(SQLDialect.names[0]).down.sql.")
        }
        guard sql.contains(where: { !$0.isWhitespace }) else {
            throw Self.refused(fileName, "the file is empty.")
        }
        self.number = number
        self.name = name
        self.role = Role(direction: isDown ? .down : .up, dialect: dialect)
        self.sql = sql
    }

    private static func refused(_ fileName: String, _ reason: String) -> MigrationError {
        MigrationError(.invalidFiles, ["\(fileName): \(reason)"])
    }

    private static func number(of name: String) -> Int? {
        let parts = name.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.allSatisfy({ 48...57 ~= $0 }),
            !parts[1].isEmpty,
            parts[1].utf8.allSatisfy({ 97...122 ~= $0 || 48...57 ~= $0 || $0 == 95 }),
            let number = Int(parts[0]), number > 0
        else { return nil }
        return number
    }
}
