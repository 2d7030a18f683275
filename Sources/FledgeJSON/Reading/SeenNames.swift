// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The names in open objects that no type knows, so that one that stands twice is found.
///
/// A few short ones are kept in place and compared one by one, which takes no memory. The others go
/// into a hash table, since one by one takes a time that grows with their square. What an object
/// added is taken out at its end.
struct SeenNames {
    /// Plain names: place, length and depth in a word each.
    private var few = SIMD8<UInt64>()
    private var fewCount = 0
    /// Made for the ninth name, a name with escapes, or a long one.
    private var table: NameTable?
    /// The depth of the innermost object that has names in here, or -1.
    private(set) var depth = -1

    /// Adds a name of the object at `depth`, the innermost; `false` when it was there.
    mutating func insert(
        _ key: JSONKey, at depth: Int, in bytes: UnsafeRawBufferPointer
    ) -> Bool {
        let isNew =
            key.isEscaped
            ? insertEscaped(key, at: depth, in: bytes) : insertPlain(key, at: depth, in: bytes)
        if isNew { self.depth = depth }
        return isNew
    }

    private mutating func insertPlain(
        _ key: JSONKey, at depth: Int, in bytes: UnsafeRawBufferPointer
    ) -> Bool {
        let name = key.plain(in: bytes)
        guard !isAmongFew(name, at: depth, in: bytes) else { return false }
        if let table, table.contains(name, at: depth, in: bytes) { return false }
        guard fewCount < 8, let word = Few(key, at: depth) else {
            insertIntoTable(name, key, at: depth)
            return true
        }
        few[fewCount] = word.bits
        fewCount += 1
        return true
    }

    /// Escapes are undone once for each name, since two ways to write it are one name.
    private mutating func insertEscaped(
        _ key: JSONKey, at depth: Int, in bytes: UnsafeRawBufferPointer
    ) -> Bool {
        key.withUnescaped(in: bytes) { name in
            guard !isAmongFew(name, at: depth, in: bytes) else { return false }
            if let table, table.contains(name, at: depth, in: bytes) { return false }
            insertIntoTable(name, key, at: depth)
            return true
        }
    }

    private func isAmongFew(
        _ name: UnsafeRawBufferPointer, at depth: Int, in bytes: UnsafeRawBufferPointer
    ) -> Bool {
        for index in 0..<fewCount {
            let other = Few(bits: few[index])
            guard other.depth == depth, other.count == name.count else { continue }
            let bytes = UnsafeRawBufferPointer(rebasing: bytes[other.start..<other.end])
            if bytes.isSame(as: name) { return true }
        }
        return false
    }

    private mutating func insertIntoTable(
        _ name: UnsafeRawBufferPointer, _ key: JSONKey, at depth: Int
    ) {
        let table = self.table ?? NameTable()
        self.table = table
        table.insert(name, key, at: depth)
    }

    /// Takes the names of the object at ``depth`` out, which ends.
    @inline(never) mutating func forgetInnermost() {
        while fewCount > 0, Few(bits: few[fewCount - 1]).depth == depth { fewCount -= 1 }
        table?.removeAll(at: depth)
        let innermost = fewCount > 0 ? Few(bits: few[fewCount - 1]).depth : -1
        depth = max(innermost, table?.lastDepth ?? -1)
    }

    /// A name of up to 64 KiB in the first 4 GiB, as a word.
    private struct Few {
        let bits: UInt64

        var start: Int { Int(bits >> 32) }
        var count: Int { Int(bits >> 16 & 0xFFFF) }
        var depth: Int { Int(bits & 0xFFFF) }
        var end: Int { start + count }

        init(bits: UInt64) { self.bits = bits }

        init?(_ key: JSONKey, at depth: Int) {
            guard let start = UInt32(exactly: key.start), let count = UInt16(exactly: key.count),
                let depth = UInt16(exactly: depth)
            else { return nil }
            bits = UInt64(start) << 32 | UInt64(count) << 16 | UInt64(depth)
        }
    }
}
