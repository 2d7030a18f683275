// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension SQLStatement {
    /// Whether a text looks like a query, by its first word.
    ///
    /// `WITH … INSERT` does, too; the database knows better.
    package static func seemsToRead(_ text: String) -> Bool {
        firstWord(of: text).isAny("SELECT", "VALUES", "WITH")
    }

    /// What a stream says to a statement that is no query.
    package static var notAQuery: DatabaseError {
        DatabaseError(
            .misuse,
            "A stream only reads. Use `query` for a statement that changes data and returns rows.")
    }

    /// The first word, after spaces and comments.
    package static func firstWord(of text: String) -> FirstWord {
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
        return FirstWord(letters: rest.prefix { 65...90 ~= $0 & 0xDF })
    }

    /// A word of SQL, in whatever case it was written.
    package struct FirstWord {
        let letters: Substring.UTF8View

        /// Whether it is one of some words in upper case.
        package func isAny(_ words: StaticString...) -> Bool {
            words.contains { word in
                letters.elementsEqual(
                    UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
                ) { $0 & 0xDF == $1 }
            }
        }
    }
}
