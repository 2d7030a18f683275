// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What operations are called in their group.
enum OperationName {
    /// Names for the ids of a whole group.
    ///
    /// The words of the group need not be said again: `listUsers` is `client.users.list`. Where that
    /// would make one name of two (`getUser`, `getUsers`), all of the group keep theirs, so that
    /// nobody has to remember which are short.
    static func names(of ids: [String], in tag: String?) -> [String] {
        let group = ClientNames.words(tag ?? "")
        let short = ids.map { ClientNames.member(Self.short(ClientNames.words($0), in: group)) }
        let isUnique = Set(short.map { $0.lowercased() }).count == short.count
        var pool = NamePool()
        return zip(ids, short).map { id, short in
            pool.take(isUnique ? short : ClientNames.member(ClientNames.words(id)))
        }
    }

    /// The words without those of the group, in front or at the end.
    ///
    /// An id that says nothing but the group keeps its words.
    static func short(_ words: [String], in group: [String]) -> [String] {
        guard !group.isEmpty, words.count > group.count else { return words }
        if starts(words, with: group) { return Array(words.dropFirst(group.count)) }
        if starts(words.reversed(), with: group.reversed()) { return words.dropLast(group.count) }
        return words
    }

    private static func starts(_ words: [String], with group: [String]) -> Bool {
        zip(words, group).allSatisfy { singular($0) == singular($1) }
    }

    /// `User` and `users` name one thing.
    private static func singular(_ word: String) -> String {
        let small = word.lowercased()
        return small.hasSuffix("s") && small.count > 2 ? String(small.dropLast()) : small
    }
}
