// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What an operation is called in its group.
enum OperationName {
    /// The words of its id without those of the group: `users.list` in `users` is `list`, and
    /// `listUsers` too.
    ///
    /// An id that says nothing but the group keeps its words.
    static func words(_ words: [String], in group: [String]) -> [String] {
        guard !group.isEmpty else { return words }
        if starts(words, with: group), words.count > group.count {
            return Array(words.dropFirst(group.count))
        }
        if starts(words.reversed(), with: group.reversed()), words.count > group.count {
            return words.dropLast(group.count)
        }
        return words
    }

    private static func starts(_ words: [String], with group: [String]) -> Bool {
        words.count >= group.count && zip(words, group).allSatisfy { same($0, $1) }
    }

    /// `User` and `users` name one thing.
    private static func same(_ one: String, _ other: String) -> Bool {
        singular(one) == singular(other)
    }

    private static func singular(_ word: String) -> String {
        let small = word.lowercased()
        return small.hasSuffix("s") && small.count > 2 ? String(small.dropLast()) : small
    }
}
