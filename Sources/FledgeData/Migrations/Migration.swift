// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One step of the schema's history: a number, a name and plain SQL.
public struct Migration: Sendable, Hashable {
    /// Its place in the order, from 1.
    public let number: Int

    /// The file's name without `.sql`, such as `0001_create_users`.
    public let name: String

    /// The statements, separated by semicolons.
    public let sql: String

    /// A fingerprint of the SQL that notices edits after the fact.
    ///
    /// FNV-1a, 64 bits, over the text with line ends made the same. It guards against mistakes,
    /// not against an attacker, who could as well change the table it is kept in.
    public let checksum: String

    /// Makes a migration of a file's name and text.
    ///
    /// - Parameters:
    ///   - fileName: Digits, an underscore, and lower-case words: `0001_create_users.sql`.
    ///   - sql: The statements, without `BEGIN` and `COMMIT`.
    /// - Throws: ``MigrationError`` if the name has another form or there is no SQL.
    public init(fileName: String, sql: String) throws {
        let name = fileName.hasSuffix(".sql") ? String(fileName.dropLast(4)) : fileName
        guard let number = Self.number(of: name) else {
            throw MigrationError(
                .invalidFiles,
                ["\(fileName): the name must be a number and words, as in 0001_create_users.sql."])
        }
        guard sql.contains(where: { !$0.isWhitespace }) else {
            throw MigrationError(.invalidFiles, ["\(fileName): the file is empty."])
        }
        self.number = number
        self.name = name
        self.sql = sql
        self.checksum = Self.checksum(of: sql)
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

    private static func checksum(of sql: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        // A checkout on Windows may turn LF into CRLF, so carriage returns do not count.
        for byte in sql.utf8 where byte != 13 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
