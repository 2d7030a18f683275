// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The column names of a result, shared by all its rows.
package final class RowColumns: Sendable {
    /// The names as the query gives them.
    package let names: [String]

    /// The names in the form that properties are matched by, in the same order.
    private let loose: [String]

    private let byName: [String: Match]
    private let byLooseName: [String: Match]

    /// Whether no name comes twice.
    private let isUnambiguous: Bool

    /// Whether few names have to be looked through, none of them twice: faster than hashing.
    private let isShort: Bool

    private enum Match { case one(Int), several }

    package init(_ names: [String]) {
        self.names = names
        self.loose = names.map(Self.loosen)
        self.byName = Self.table(names)
        self.byLooseName = Self.table(loose)
        self.isUnambiguous = byName.count == names.count
        self.isShort = names.count <= 16 && isUnambiguous
    }

    /// Whether a column has exactly this name, and no other has it.
    func has(_ name: String, at index: Int) -> Bool {
        isUnambiguous && index < names.count && names[index] == name
    }

    /// Finds the column of a property: `userID` finds `user_id`.
    ///
    /// An exact name wins.
    ///
    /// - Throws: `.decoding` if several columns would do.
    func find(property: String, below prefix: String) throws -> Int? {
        if prefix.isEmpty, let index = index(of: property) { return index }
        switch byLooseName[prefix + Self.loosen(property)] {
        case .one(let index): return index
        case .several: throw ambiguous(property)
        case nil: return nil
        }
    }

    private func index(of name: String) -> Int? {
        if isShort { return names.firstIndex(of: name) }
        if case .one(let index) = byName[name] { return index }
        return nil
    }

    /// The columns of a nested struct: those that begin with its prefix and go on.
    func indices(below prefix: String) -> [Int] {
        loose.indices.filter { loose[$0].hasPrefix(prefix) && loose[$0].count > prefix.count }
    }

    func index(ofExactly name: String) throws -> Int {
        switch byName[name] {
        case .one(let index): return index
        case .several: throw ambiguous(name)
        case nil: throw missing(name)
        }
    }

    /// The only column, for a type that is a single value.
    func onlyIndex(for type: Any.Type) throws -> Int {
        guard names.count == 1 else {
            throw DatabaseError(
                .decoding,
                "\(type) is a single value, but the row has \(names.count) columns (\(list)). "
                    + "Select one column.")
        }
        return 0
    }

    func missing(_ name: String) -> DatabaseError {
        DatabaseError(
            .decoding,
            "The row has no column for \"\(name)\"; it has \(list). "
                + "Select it, or rename one with AS.")
    }

    private func ambiguous(_ name: String) -> DatabaseError {
        DatabaseError(
            .decoding,
            "Several columns would do for \"\(name)\" among \(list). Rename them with AS.")
    }

    private var list: String { names.map { "\"\($0)\"" }.joined(separator: ", ") }

    /// Lower case without underscores: the same for `user_id`, `userId` and `userID`.
    static func loosen(_ name: String) -> String {
        name.contains("_") ? name.lowercased().filter { $0 != "_" } : name.lowercased()
    }

    private static func table(_ names: [String]) -> [String: Match] {
        var table: [String: Match] = [:]
        for (index, name) in names.enumerated() {
            table[name] = table[name] == nil ? .one(index) : .several
        }
        return table
    }
}
