// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData

/// A statement that the server has prepared on one connection.
struct PreparedStatement: Sendable {
    /// Its name there; empty for the one that the next unnamed one replaces.
    let name: String

    /// The server's types of its parameters, by which values are encoded.
    let parameters: [Oid]

    let columns: RowColumns
    let decoder: RowReader
}

/// The statements that a connection keeps prepared, by their text.
struct StatementCache {
    private struct Entry {
        let statement: PreparedStatement
        var lastUse: UInt64
    }

    private let size: Int
    private var entries: [String: Entry] = [:]
    private var uses: UInt64 = 0
    private var lastName = 0

    init(size: Int) { self.size = size }

    mutating func find(_ text: String) -> PreparedStatement? {
        guard let entry = entries[text] else { return nil }
        uses += 1
        entries[text]?.lastUse = uses
        return entry.statement
    }

    /// A name for a new statement: empty if it is not to be kept.
    mutating func newName(isReusable: Bool) -> String {
        guard isReusable, size > 0 else { return "" }
        lastName += 1
        return "fledge_\(lastName)"
    }

    /// Removes the one not used for longest if there is no room.
    ///
    /// - Returns: Its name, for the server to forget it, too.
    /// - Complexity: O(*n*) in the size, and only when it is full.
    mutating func makeRoom() -> String? {
        guard entries.count >= size,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        else { return nil }
        entries[oldest.key] = nil
        return oldest.value.statement.name
    }

    mutating func add(_ statement: PreparedStatement, for text: String) {
        guard !statement.name.isEmpty else { return }
        uses += 1
        entries[text] = Entry(statement: statement, lastUse: uses)
    }

    mutating func remove(_ text: String) -> String? {
        entries.removeValue(forKey: text)?.statement.name
    }

    var count: Int { entries.count }
}
#endif
