// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// How one kind of database writes what differs between them.
package struct SQLDialect: Sendable {
    /// The name, for messages and for dialect variants of files.
    package let name: String

    /// The placeholder of the value at a position, from 1.
    package let placeholder: @Sendable (Int) -> String

    /// Writes what stands between the parentheses of `IN ()` when the list is empty, after the text
    /// so far, which it may change.
    package let emptyList: @Sendable (inout String) -> Void

    package init(
        name: String, emptyList: @escaping @Sendable (inout String) -> Void,
        placeholder: @escaping @Sendable (Int) -> String
    ) {
        self.name = name
        self.emptyList = emptyList
        self.placeholder = placeholder
    }

    /// The names there are, for the names of files.
    static let names = ["sqlite", "postgres"]

    /// SQLite: `?`, and `IN ()` is legal and false, as `NOT IN ()` is true.
    package static let sqlite = SQLDialect(name: "sqlite", emptyList: { _ in }) { _ in "?" }

    /// PostgreSQL: `$1`, and `IN ()` is no grammar; see ``EmptyList``.
    package static let postgres = SQLDialect(
        name: "postgres", emptyList: EmptyList.writeArray
    ) { "$\($0)" }

    /// Standard quoting: double quotes, doubled inside.
    ///
    /// A NUL would end the text early in C, so it is dropped; no database can have it in a name.
    package func quote(_ identifier: String) -> String {
        var quoted = "\""
        for character in identifier.unicodeScalars where character != "\0" {
            if character == "\"" {
                quoted += "\"\""
            } else {
                quoted.unicodeScalars.append(character)
            }
        }
        return quoted + "\""
    }
}

/// SQL as a database takes it: text with placeholders, and the values for them.
package struct SQLStatement: Sendable, Hashable {
    package let text: String
    package let values: [DatabaseValue]

    /// Whether the same text is likely to come again, so that preparing it once is worth keeping.
    ///
    /// Statements are kept for ever, so texts without number must not be among them.
    package let isReusable: Bool

    /// How many characters a driver has put before the text of the program, so that places in it
    /// are told right.
    package let offset: Int

    package init(
        text: String, values: [DatabaseValue] = [], isReusable: Bool = true, offset: Int = 0
    ) {
        self.text = text
        self.values = values
        self.isReusable = isReusable
        self.offset = offset
    }
}

extension SQL.Segment {
    /// About how many bytes it becomes.
    fileprivate var length: Int {
        switch self {
        case .text(let text), .raw(let text), .identifier(let text): text.utf8.count + 2
        case .value: 4
        case .list(let list): 6 * list.count + 2
        }
    }
}

extension SQL {
    /// Writes the statement for a dialect.
    ///
    /// The text depends on the literal only, not on the values (lists excepted), so that prepared
    /// statements are found again.
    package func statement(for dialect: SQLDialect) -> SQLStatement {
        var text = ""
        text.reserveCapacity(segments.reduce(0) { $0 + $1.length })
        var values: [DatabaseValue] = []
        var isReusable = true
        func bind(_ value: DatabaseValue) {
            values.append(value)
            text += dialect.placeholder(values.count)
        }
        for segment in segments {
            switch segment {
            case .text(let literal): text += literal
            case .raw(let foreign):
                text += foreign
                isReusable = false
            case .identifier(let name): text += dialect.quote(name)
            case .value(let value): bind(value)
            case .list(let list):
                if list.isEmpty { dialect.emptyList(&text) }
                // Each length is a text of its own. Long lists have too many lengths to keep.
                if list.count > 8 { isReusable = false }
                for (index, value) in list.enumerated() {
                    if index > 0 { text += ", " }
                    bind(value)
                }
            }
        }
        return SQLStatement(text: text, values: values, isReusable: isReusable)
    }
}
