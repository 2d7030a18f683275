// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData

/// The statements that a connection keeps prepared, by their text.
struct StatementCache {
    private final class Entry {
        let text: String
        let statement: PreparedStatement
        var lastUse: UInt64

        init(_ text: String, _ statement: PreparedStatement, _ lastUse: UInt64) {
            self.text = text
            self.statement = statement
            self.lastUse = lastUse
        }
    }

    private let size: Int
    private var entries: [String: Entry] = [:]

    /// The one used last: most often the next one is the same, and comparing is faster than hashing.
    private var latest: Entry?
    private var uses: UInt64 = 0
    private var lastName = 0

    init(size: Int) { self.size = size }

    mutating func find(_ text: String) -> PreparedStatement? {
        let found = latest.flatMap { $0.text == text ? $0 : nil } ?? entries[text]
        guard let found else { return nil }
        uses += 1
        found.lastUse = uses
        latest = found
        return found.statement
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
        return remove(oldest.key)
    }

    mutating func add(_ statement: PreparedStatement, for text: String) {
        guard !statement.name.isEmpty else { return }
        uses += 1
        entries[text] = Entry(text, statement, uses)
    }

    mutating func remove(_ text: String) -> String? {
        latest = nil
        return entries.removeValue(forKey: text)?.statement.name
    }

    var count: Int { entries.count }
}
#endif
