// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension SQLStatement {
    /// Whether a text looks like a query, by its first word.
    ///
    /// `WITH … INSERT` does, too; the database knows better.
    package static func seemsToRead(_ text: String) -> Bool {
        ["SELECT", "VALUES", "WITH"].contains(firstWord(of: text))
    }

    /// What a stream says to a statement that is no query.
    package static var notAQuery: DatabaseError {
        DatabaseError(
            .misuse,
            "A stream only reads. Use `query` for a statement that changes data and returns rows.")
    }

    /// The first word in upper case, after spaces and comments.
    package static func firstWord(of text: String) -> String {
        var rest = text.utf8[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "-"), rest.dropFirst().first == byte {
                rest = rest.drop { $0 != UInt8(ascii: "\n") }
            } else if byte == UInt8(ascii: "/"), rest.dropFirst().first == UInt8(ascii: "*") {
                rest = rest.dropFirst(2)
                while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest = rest.dropFirst() }
                rest = rest.dropFirst(2)
            } else if byte <= UInt8(ascii: " ") {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        let word = rest.prefix { 65...90 ~= $0 & 0xDF }
        return String(decoding: word, as: UTF8.self).uppercased()
    }
}
