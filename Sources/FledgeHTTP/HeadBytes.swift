// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The bytes of a head and where its fields stand in them, in one allocation.
///
///     | GET / HTTP/1.1 ␍␊ Host: a ␍␊ …  bytes ─►        ◄─ entries | … second, first |
///
/// A request's target and fields share the object of their head; ``Fields`` of an answer has one of
/// its own, and copies it before it changes what somebody else holds too. Reading it asks nobody
/// whether it may: a `ByteBuffer` costs a check for overlapping access each time it is looked at.
@usableFromInline
package struct HeadBytes: @unchecked Sendable {
    // Safe: written by its maker only, and by `Fields` while nobody else holds it.
    @usableFromInline var buffer: ManagedBuffer<HeadLayout, UInt8>

    /// An object with room for so many bytes and fields, and none in it.
    static func make(bytes: Int, fields: Int) -> HeadBytes {
        // Whole words, so that the entries at the end stand in words too.
        let capacity = (bytes + fields * HeadEntry.size + 15) & ~15
        return HeadBytes(
            buffer: .create(minimumCapacity: capacity) { _ in HeadLayout(capacity: capacity) })
    }

    /// A copy of bytes that a parser has checked.
    ///
    /// The parser vouches for the syntax of what the entries point to.
    package static func parsed(
        _ bytes: UnsafeRawBufferPointer, _ entries: [HeadEntry] = []
    ) -> HeadBytes {
        let head = make(bytes: bytes.count, fields: entries.count)
        head.buffer.withUnsafeMutablePointers { layout, memory in
            layout.pointee.isWireForm = false
            layout.pointee.count = bytes.count
            layout.room(memory).copyMemory(from: bytes)
            for entry in entries { layout.append(entry, memory) }
        }
        return head
    }

    /// A copy with room for more.
    func copy(bytes: Int, fields: Int) -> HeadBytes {
        buffer.withUnsafeMutablePointers { layout, memory in
            let (count, entryCount) = (layout.pointee.count, layout.pointee.entryCount)
            let copy = Self.make(bytes: count + bytes, fields: entryCount + fields)
            copy.buffer.withUnsafeMutablePointers { newLayout, newMemory in
                newLayout.pointee.take(layout.pointee)
                newLayout.room(newMemory).copyMemory(from: layout.bytes(memory))
                let size = entryCount * HeadEntry.size
                let end = UnsafeMutableRawPointer(newMemory) + newLayout.pointee.capacity
                (end - size).copyMemory(
                    from: UnsafeRawPointer(memory) + layout.pointee.capacity - size, byteCount: size
                )
            }
            return copy
        }
    }

    /// How many bytes there are.
    package var count: Int { withLayout { $0.count } }

    /// Whether nobody else holds it, so that it may be written to.
    mutating func isUnique() -> Bool { isKnownUniquelyReferenced(&buffer) }

    func withLayout<Result>(_ body: (HeadLayout) -> Result) -> Result {
        buffer.withUnsafeMutablePointerToHeader { body($0.pointee) }
    }

    /// Calls `body` with the layout and the memory that it is of.
    func withPointers<Result, Failure: Error>(
        _ body: (
            UnsafeMutablePointer<HeadLayout>, UnsafeMutablePointer<UInt8>
        ) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try buffer.withUnsafeMutablePointers(body)
    }

    /// Calls `body` with the bytes.
    @inlinable
    package func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try buffer.withUnsafeMutablePointers { layout, memory throws(Failure) in
            try body(layout.bytes(memory))
        }
    }

    /// The bytes of a range as text.
    package func text(_ range: Range<Int>) -> String {
        withBytes { String(decoding: $0[range], as: UTF8.self) }
    }
}

/// What stands in front of the bytes of a head.
@usableFromInline
package struct HeadLayout {
    /// How many bytes there are, counted from the front.
    @usableFromInline var count = 0
    /// How many fields there are; their entries stand at the end, the first one last.
    var entryCount = 0
    /// The room for bytes and entries.
    let capacity: Int
    /// The lengths that names have: most look-ups end here.
    var nameLengths: NameLengths = []
    /// Whether the bytes are each field as `Name: value` and CR LF, and nothing else.
    var isWireForm = true
    /// The name of the first field that was refused.
    var firstRefused: String?

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Takes over everything but the capacity.
    mutating func take(_ other: HeadLayout) {
        count = other.count
        entryCount = other.entryCount
        nameLengths = other.nameLengths
        isWireForm = other.isWireForm
        firstRefused = other.firstRefused
    }
}

/// Where one field stands, as offsets from the first byte of its head.
///
/// In 32 bits, in which `ByteBuffer` counts too.
package struct HeadEntry: Sendable {
    private var nameStart: UInt32
    private var nameEnd: UInt32
    private var valueStart: UInt32
    private var valueEnd: UInt32

    @inline(__always) package var name: Range<Int> {
        Range(uncheckedBounds: (Int(nameStart), Int(nameEnd)))
    }
    @inline(__always) package var value: Range<Int> {
        Range(uncheckedBounds: (Int(valueStart), Int(valueEnd)))
    }

    package init(name: Range<Int>, value: Range<Int>) {
        nameStart = UInt32(truncatingIfNeeded: name.lowerBound)
        nameEnd = UInt32(truncatingIfNeeded: name.upperBound)
        valueStart = UInt32(truncatingIfNeeded: value.lowerBound)
        valueEnd = UInt32(truncatingIfNeeded: value.upperBound)
    }

    func shifted(by distance: Int) -> HeadEntry {
        var entry = self
        let distance = UInt32(truncatingIfNeeded: distance)
        entry.nameStart &+= distance
        entry.nameEnd &+= distance
        entry.valueStart &+= distance
        entry.valueEnd &+= distance
        return entry
    }

    static let size = MemoryLayout<HeadEntry>.size
}

// The arithmetic of the picture above, in one place. `memory` is always that of the same object.
extension UnsafeMutablePointer<HeadLayout> {
    @inlinable
    func bytes(_ memory: UnsafeMutablePointer<UInt8>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: memory, count: pointee.count)
    }

    /// Everything up to the entries.
    @inline(__always)
    func room(_ memory: UnsafeMutablePointer<UInt8>) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(
            start: memory, count: pointee.capacity - pointee.entryCount * HeadEntry.size)
    }

    @inline(__always)
    func entry(_ index: Int, _ memory: UnsafeMutablePointer<UInt8>) -> HeadEntry {
        UnsafeRawPointer(memory).load(
            fromByteOffset: pointee.capacity - (index + 1) * HeadEntry.size, as: HeadEntry.self)
    }

    /// The room for it was asked for before.
    @inline(__always)
    func append(_ entry: HeadEntry, _ memory: UnsafeMutablePointer<UInt8>) {
        let offset = pointee.capacity - (pointee.entryCount + 1) * HeadEntry.size
        // Checked in release builds too: beyond it stands somebody else's memory.
        precondition(offset >= pointee.count, "The room for a field was too small.")
        UnsafeMutableRawPointer(memory).storeBytes(
            of: entry, toByteOffset: offset, as: HeadEntry.self)
        pointee.entryCount += 1
        pointee.nameLengths.insert(entry.name.count)
    }
}
