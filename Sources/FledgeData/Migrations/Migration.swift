// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One step of the schema's history: a number, a name and plain SQL.
public struct Migration: Sendable, Hashable {
    /// Its place in the order, from 1.
    public let number: Int

    /// The files' common name, such as `0001_create_users`.
    public let name: String

    /// The SQL of each file, by what the file is for.
    private var texts: [MigrationFile.Role: String]

    init(_ file: MigrationFile) {
        number = file.number
        name = file.name
        texts = [file.role: file.sql]
    }

    /// Adds another file of the same name.
    mutating func add(_ file: MigrationFile) {
        texts[file.role] = file.sql
    }

    /// The SQL that a database takes: of its own file, or else of the one for all.
    func sql(_ direction: MigrationFile.Direction, for dialect: SQLDialect) -> String? {
        texts[.init(direction: direction, dialect: dialect.name)]
            ?? texts[.init(direction: direction, dialect: nil)]
    }

    /// Whether a file says how to undo it, on any database.
    var hasDown: Bool { texts.keys.contains { $0.direction == .down } }

    /// Whether a file says how to do it, on any database.
    var hasUp: Bool { texts.keys.contains { $0.direction == .up } }

    /// Whether it was applied with this text.
    func checksum(for dialect: SQLDialect) -> String? {
        sql(.up, for: dialect).map(Self.checksum)
    }

    /// A fingerprint of the SQL that notices edits after the fact.
    ///
    /// FNV-1a, 64 bits, over the text with line ends made the same. It guards against mistakes,
    /// not against an attacker, who could as well change the table it is kept in.
    static func checksum(of sql: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        // A checkout on Windows may turn LF into CRLF, so carriage returns do not count.
        for byte in sql.utf8 where byte != 13 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
