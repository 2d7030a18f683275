// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// An empty list where `IN ()` is no grammar.
///
/// `IN (NULL)` would do for `IN` and be wrong for `NOT IN`, and a subquery without rows has a type
/// that need not compare. An empty array has neither fault: `= ANY ('{}')` is false for everything,
/// NULL included, and `<> ALL ('{}')` is true, as SQLite's `IN ()` and `NOT IN ()` are.
enum EmptyList {
    /// Turns `IN (` at the end of a text into `= ANY ('{}'`, and `NOT IN (` into `<> ALL ('{}'`.
    ///
    /// Elsewhere an empty list is `NULL`.
    @Sendable static func writeArray(to text: inout String) {
        guard let beforeParenthesis = text.dropping("("),
            let beforeIn = beforeParenthesis.dropping("IN")
        else {
            text += "NULL"
            return
        }
        if let beforeNot = beforeIn.dropping("NOT") {
            text = beforeNot + "<> ALL ('{}'"
        } else {
            text = beforeIn + "= ANY ('{}'"
        }
    }
}

extension String {
    /// The text without a word at its end and the space after it; nil if it ends otherwise.
    fileprivate func dropping(_ word: String) -> String? {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        guard rest.uppercased().hasSuffix(word) else { return nil }
        return String(rest.dropLast(word.count))
    }
}
