// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Writes JSON (RFC 8259) into one growing buffer of its own.
///
///     let bytes = try JSONWriter.encode(user)
///
/// ``SchemaType/write(to:)`` gets a writer that stands where its value belongs. Commas are the
/// writer's; brackets are the caller's:
///
///     func write(to writer: inout JSONWriter) {
///         writer.beginObject()
///         writer.member("x", x)
///         writer.member("tags", tags)
///         writer.endObject()
///     }
///
/// Text is written as it is; only what RFC 8259 forbids is escaped.
public struct JSONWriter: ~Copyable {
    /// The buffer; the first `count` bytes are written.
    @usableFromInline var buffer: UnsafeMutableRawBufferPointer
    /// Whether the buffer is the writer's own, and not lent by its caller.
    @usableFromInline var isOwned = true
    @usableFromInline var count = 0
    /// A value was written in the open container, so that a comma belongs before the next.
    @usableFromInline var needsComma = false
    /// The first value that JSON cannot hold.
    @usableFromInline var failure: JSONWritingError?

    @usableFromInline init(capacity: Int) {
        buffer = .allocate(byteCount: max(capacity, 64), alignment: 1)
    }

    /// Writes into `scratch`, which outlives the writer, until that is full.
    @usableFromInline init(scratch: UnsafeMutableRawBufferPointer) {
        buffer = scratch
        isOwned = false
    }

    deinit {
        if isOwned { buffer.deallocate() }
    }

    /// Makes room for `more` bytes.
    @inlinable @inline(__always) mutating func reserve(_ more: Int) {
        if buffer.count - count < more { grow(more) }
    }

    @usableFromInline @inline(never) mutating func grow(_ more: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(buffer.count * 2, count + more), alignment: 1)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        if isOwned { buffer.deallocate() }
        buffer = larger
        isOwned = true
    }

    /// Appends a byte, for which there is room.
    @inlinable @inline(__always) mutating func put(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
    }
}

/// A value that JSON has no form for.
public struct JSONWritingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What it was: `'ratio' is nan, which JSON cannot hold`.
    public var description: String

    @usableFromInline init(_ description: String) {
        self.description = description
    }
}

extension JSONWriter {
    /// The bytes of `value`.
    ///
    /// - Throws: ``JSONWritingError`` when a number in it is not finite, or a date beyond the years
    ///   of RFC 3339.
    @inlinable public static func encode<T: SchemaType>(
        _ value: T
    ) throws(JSONWritingError) -> [UInt8] {
        try withEncodedBytes(value) { Array($0) }
    }

    /// Gives the bytes of `value` to `body`, without a copy.
    ///
    /// Up to a kilobyte they are written on the stack, and nothing is allocated.
    ///
    /// - Parameters:
    ///   - value: What is written.
    ///   - body: Takes the bytes, which are gone afterwards.
    /// - Returns: What `body` gives.
    /// - Throws: ``JSONWritingError`` when a number in it is not finite, or a date beyond the years
    ///   of RFC 3339.
    @inlinable @inline(__always) public static func withEncodedBytes<T: SchemaType, Result>(
        _ value: T, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(JSONWritingError) -> Result {
        // Inlined up to here, so that what is called is generic over less: its types are then known.
        try withBytes(of: { value.write(to: &$0) }, body)
    }

    @inlinable static func withBytes<Result>(
        of write: (inout JSONWriter) -> Void, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(JSONWritingError) -> Result {
        try withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 8) {
            scratch throws(JSONWritingError) in
            var writer = JSONWriter(scratch: scratch)
            write(&writer)
            if let failure = writer.failure { throw failure }
            return body(UnsafeRawBufferPointer(rebasing: writer.buffer[..<writer.count]))
        }
    }
}
