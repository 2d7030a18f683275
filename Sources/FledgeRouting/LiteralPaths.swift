// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The routes without parameters, by their whole path: one hash and one comparison find them.
///
/// A short cut in front of the tree. It knows a path as it is mostly sent, without escapes and
/// without a slash at its end; any other is looked for in the tree, and so is a method that the path
/// lacks. What it finds is what the tree would find: literal text comes before everything else.
struct LiteralPaths: Sendable {
    private struct Slot {
        var offset = 0
        var count = 0
        /// -1 in an empty slot.
        var leaf = -1
    }

    /// Open addressing, at most half full; the size is a power of two.
    private var slots: [Slot] = []
    private var texts: [UInt8] = []

    /// - Parameter paths: Each with the index of its leaf, and none twice.
    init(_ paths: [(text: [UInt8], leaf: Int)]) {
        var size = 1
        while size < paths.count * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        for path in paths {
            var slot = path.text.withUnsafeBytes { Self.hash($0) } & (size - 1)
            while slots[slot].leaf >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Slot(offset: texts.count, count: path.text.count, leaf: path.leaf)
            texts += path.text
        }
    }

    /// The leaf of a path, percent-encoded as it was sent.
    func leaf(of path: UnsafeRawBufferPointer) -> Int? {
        var index = Self.hash(path) & (slots.count - 1)
        while slots[index].leaf >= 0 {
            let slot = slots[index]
            if slot.count == path.count, isText(at: slot.offset, path) { return slot.leaf }
            index = (index + 1) & (slots.count - 1)
        }
        return nil
    }

    private func isText(at offset: Int, _ path: UnsafeRawBufferPointer) -> Bool {
        texts.withUnsafeBytes { texts in
            var position = 0
            while path.count - position >= 8 {
                let word = texts.loadUnaligned(fromByteOffset: offset + position, as: UInt64.self)
                guard path.loadUnaligned(fromByteOffset: position, as: UInt64.self) == word else {
                    return false
                }
                position += 8
            }
            while position < path.count {
                guard path[position] == texts[offset + position] else { return false }
                position += 1
            }
            return true
        }
    }

    /// Eight bytes at a time.
    ///
    /// The keys are the developer's, so it need not resist attack: what a client sends is only
    /// looked up, at the cost of the longest run of full slots.
    private static func hash(_ path: UnsafeRawBufferPointer) -> Int {
        var hash = UInt64(truncatingIfNeeded: path.count)
        var position = 0
        while path.count - position >= 8 {
            hash = mixed(hash, path.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        var rest: UInt64 = 0
        while position < path.count {
            rest = rest &<< 8 | UInt64(path[position])
            position += 1
        }
        return Int(truncatingIfNeeded: mixed(hash, rest) &>> 1)
    }

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product &>> 32
    }
}

extension RouteTree {
    /// Every path of literals that ends in a leaf without a slash, but the root.
    ///
    /// A literal that holds a slash or a percent sign is escaped where it is sent, and left out.
    static func literalPaths(of parts: RouteTreeParts) -> [(text: [UInt8], leaf: Int)] {
        var paths: [(text: [UInt8], leaf: Int)] = []
        var open: [(text: [UInt8], node: Int)] = [([], 0)]
        while let (text, node) = open.popLast() {
            if !text.isEmpty, let leaf = parts.nodes[node].end.plain { paths.append((text, leaf)) }
            for child in parts.nodes[node].statics {
                let literal = parts.statics[child].text
                let bytes = parts.literals[literal.offset..<(literal.offset + literal.count)]
                let isSentAsItIs = bytes.allSatisfy {
                    $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "%")
                }
                guard isSentAsItIs else { continue }
                open.append((text + [UInt8(ascii: "/")] + bytes, parts.statics[child].node))
            }
        }
        return paths
    }
}
