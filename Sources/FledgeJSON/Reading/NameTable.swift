// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Names by their hash, which is seeded for each process: nobody can choose names that collide.
final class NameTable {
    private struct Entry {
        let key: JSONKey
        let depth: Int
        let hash: Int
    }

    /// In the order in which they were added; those of the innermost object stand last.
    private var entries: [Entry] = []
    /// Numbers of entries, counted from 1, and 0 for a slot that is free; a power of two.
    private var slots = [Int](repeating: 0, count: 32)

    var lastDepth: Int { entries.last?.depth ?? -1 }

    func contains(
        _ name: UnsafeRawBufferPointer, at depth: Int, in bytes: UnsafeRawBufferPointer
    ) -> Bool {
        let hash = Self.hash(name, depth)
        return firstSlot(from: hash) { number in
            let entry = entries[number - 1]
            guard entry.hash == hash, entry.depth == depth else { return false }
            return entry.key.withUnescaped(in: bytes) { $0.isSame(as: name) }
        }.isTaken
    }

    func insert(_ name: UnsafeRawBufferPointer, _ key: JSONKey, at depth: Int) {
        if entries.count * 4 >= slots.count * 3 { grow() }
        entries.append(Entry(key: key, depth: depth, hash: Self.hash(name, depth)))
        place(entries.count)
    }

    /// Takes out the last entries, as long as they are of this depth.
    ///
    /// What came last is in nobody's way, so that its slot is simply free again.
    func removeAll(at depth: Int) {
        while let last = entries.last, last.depth == depth {
            let number = entries.count
            slots[firstSlot(from: last.hash) { $0 == number }.index] = 0
            entries.removeLast()
        }
    }

    private func place(_ number: Int) {
        slots[firstSlot(from: entries[number - 1].hash) { _ in false }.index] = number
    }

    private func grow() {
        slots = [Int](repeating: 0, count: slots.count * 2)
        for number in entries.indices.map({ $0 + 1 }) { place(number) }
    }

    /// The first slot from where the hash points that is free, or whose entry is looked for.
    private func firstSlot(
        from hash: Int, where isIt: (Int) -> Bool
    ) -> (index: Int, isTaken: Bool) {
        let mask = slots.count - 1
        var index = hash & mask
        // A quarter of the slots is free, so that it ends.
        while slots[index] != 0 {
            if isIt(slots[index]) { return (index, true) }
            index = (index + 1) & mask
        }
        return (index, false)
    }

    private static func hash(_ name: UnsafeRawBufferPointer, _ depth: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(depth)
        hasher.combine(bytes: name)
        return hasher.finalize()
    }
}

extension JSONKey {
    func plain(in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count)])
    }

    /// Lends the name, escapes undone.
    func withUnescaped<Result>(
        in bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let raw = plain(in: bytes)
        guard isEscaped else { return body(raw) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: raw.count) { output in
            // An escape is never shorter than what it stands for.
            let count = TextBytes.unescape(raw, into: output)
            return body(UnsafeRawBufferPointer(start: output.baseAddress, count: count))
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes are the same.
    func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        count == other.count && elementsEqual(other)
    }
}
