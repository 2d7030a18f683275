// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The name of a member, as it stands in the text.
///
/// Compare it with ``JSONReader/matches(_:_:)``; most names are never made a `String`.
@frozen public struct JSONKey: Sendable {
    /// The first byte behind the opening quote.
    @usableFromInline let start: Int
    /// How many bytes there are before the closing quote.
    @usableFromInline let count: Int
    /// Whether there are escapes among them.
    @usableFromInline let isEscaped: Bool

    @inlinable init(start: Int, count: Int, isEscaped: Bool) {
        self.start = start
        self.count = count
        self.isEscaped = isEscaped
    }
}

extension JSONReader {
    /// Goes into the object that stands here.
    ///
    /// - Throws: ``JSONError/invalid`` when it is none: that is recorded, and the value consumed.
    public mutating func beginObject() throws(JSONError) {
        skipSpace()
        guard position < end, bytes[position] == UInt8(ascii: "{") else {
            throw mismatch("an object")
        }
        try open()
    }

    /// Goes on to the next member of the object; `nil` behind its end.
    ///
    /// The member's value must be read or skipped before the next call.
    ///
    /// - Throws: ``JSONError/malformed``.
    public mutating func nextKey() throws(JSONError) -> JSONKey? {
        guard try advance(to: UInt8(ascii: "}")) else { return nil }
        let key = try name()
        guard depth == passedDepth, matches(key, passedName) else { return key }
        guard !hasPassed else { throw duplicate(key) }
        hasPassed = true
        try skipValue()
        return try nextKey()
    }

    /// Goes into the array that stands here.
    ///
    /// - Throws: ``JSONError/invalid`` when it is none: that is recorded, and the value consumed.
    public mutating func beginArray() throws(JSONError) {
        skipSpace()
        guard position < end, bytes[position] == UInt8(ascii: "[") else {
            throw mismatch("an array")
        }
        try open()
    }

    /// Goes on to the next element of the array; `false` behind its end.
    ///
    /// The element must be read or skipped before the next call.
    ///
    /// - Throws: ``JSONError/malformed``.
    public mutating func nextElement() throws(JSONError) -> Bool {
        try advance(to: UInt8(ascii: "]"))
    }

    /// Whether `name` is the name of the member, escapes undone.
    @inlinable public func matches(_ key: JSONKey, _ name: StaticString) -> Bool {
        guard !key.isEscaped else { return JSONReader.matchesEscaped(key, name, in: bytes) }
        let count = name.utf8CodeUnitCount
        // A key of another reader may point anywhere.
        guard key.count == count, key.start + count < end else { return false }
        let expected = UnsafeRawBufferPointer(start: name.utf8Start, count: count)
        // Eight bytes at a time; the compiler unrolls it, since it knows the name.
        var index = 0
        while index + 8 <= count {
            let ours = expected.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let theirs = bytes.loadUnaligned(fromByteOffset: key.start + index, as: UInt64.self)
            guard ours == theirs else { return false }
            index += 8
        }
        while index < count {
            guard expected[index] == bytes[key.start + index] else { return false }
            index += 1
        }
        return true
    }

    /// The name of the member, escapes undone.
    public func text(of key: JSONKey) -> String {
        JSONReader.text(of: key, in: bytes)
    }

    @usableFromInline static func matchesEscaped(
        _ key: JSONKey, _ name: StaticString, in bytes: UnsafeRawBufferPointer
    ) -> Bool {
        text(of: key, in: bytes).utf8.elementsEqual(
            UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    private static func text(of key: JSONKey, in bytes: UnsafeRawBufferPointer) -> String {
        // A key of another reader may point anywhere.
        guard key.start + key.count < bytes.count else { return "" }
        return TextBytes.string(of: key.plain(in: bytes), isEscaped: key.isEscaped)
    }

    mutating func open() throws(JSONError) {
        guard depth < depthLimit else {
            throw fail(
                "arrays and objects are nested more than \(depthLimit) deep", kind: .limit)
        }
        depth += 1
        position += 1
        isAtStart = true
    }

    /// To the next value or name of the open container, or behind its end: `false`.
    mutating func advance(to closing: UInt8) throws(JSONError) -> Bool {
        skipSpace()
        guard position < end else { throw unexpected(closing) }
        let byte = bytes[position]
        if byte == closing {
            position += 1
            if depth == names.depth { names.forgetInnermost() }
            depth -= 1
            isAtStart = false
            return false
        }
        if isAtStart {
            isAtStart = false
        } else {
            guard byte == UInt8(ascii: ",") else { throw unexpected(closing) }
            position += 1
            skipSpace()
        }
        valuesLeft -= 1
        guard valuesLeft >= 0 else {
            throw fail("there are more than \(valueLimit) values", kind: .limit)
        }
        return true
    }

    /// What stands where a comma or the end of the container must.
    private mutating func unexpected(_ closing: UInt8) -> JSONError {
        guard isAtStart else {
            return fail("expected ',' or '\(closing == 0x7D ? "}" : "]")' but found \(found)")
        }
        return closing == UInt8(ascii: "}")
            ? fail("expected a name in double quotes but found \(found)")
            : fail("expected a value but found \(found)")
    }

    /// A member's name and the colon.
    mutating func name() throws(JSONError) -> JSONKey {
        guard position < end, bytes[position] == UInt8(ascii: "\"") else {
            throw fail("expected a name in double quotes but found \(found)")
        }
        let start = position + 1
        let isEscaped = try passString()
        let key = JSONKey(start: start, count: position - 1 - start, isEscaped: isEscaped)
        skipSpace()
        guard position < end, bytes[position] == UInt8(ascii: ":") else {
            throw fail("expected ':' but found \(found)")
        }
        position += 1
        skipSpace()
        return key
    }
}
