// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Which of the open containers are objects: one bit for each, so that nesting takes no stack frame.
private struct ContainerKinds {
    private var word: UInt64 = 0
    private var full: [UInt64] = []
    private(set) var count = 0

    var isInnermostObject: Bool { word & 1 == 1 }

    mutating func append(isObject: Bool) {
        if count > 0, count.isMultiple(of: 64) { full.append(word) }
        word = word << 1 | (isObject ? 1 : 0)
        count += 1
    }

    mutating func removeLast() {
        count -= 1
        word = count > 0 && count.isMultiple(of: 64) ? full.removeLast() : word >> 1
    }
}

extension JSONReader {
    /// Passes over the value that stands here, whatever it is, and checks its syntax.
    ///
    /// Names that stand twice in one object are refused, unless ``Options/duplicateNames`` says that
    /// the last counts.
    ///
    /// - Throws: ``JSONError/malformed``.
    @inline(never) public mutating func skipValue() throws(JSONError) {
        // Not inlined: who only skips what is wrong would pay for its frame each time.
        var kinds = ContainerKinds()
        repeat {
            try passScalarOrOpening(&kinds)
            while kinds.count > 0, try !goesOn(inObject: kinds.isInnermostObject) {
                kinds.removeLast()
            }
        } while kinds.count > 0
    }

    private mutating func passScalarOrOpening(_ kinds: inout ContainerKinds) throws(JSONError) {
        skipSpace()
        guard position < end else { throw noValue() }
        switch bytes[position] {
        case UInt8(ascii: "{"):
            try open()
            kinds.append(isObject: true)
        case UInt8(ascii: "["):
            try open()
            kinds.append(isObject: false)
        case UInt8(ascii: "\""): _ = try passString()
        case UInt8(ascii: "t"): try passWord("true")
        case UInt8(ascii: "f"): try passWord("false")
        case UInt8(ascii: "n"): try passWord("null")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try passNumber()
        default: throw noValue()
        }
    }

    private mutating func goesOn(inObject: Bool) throws(JSONError) -> Bool {
        guard inObject else { return try advance(to: UInt8(ascii: "]")) }
        guard try advance(to: UInt8(ascii: "}")) else { return false }
        try remember(name())
        return true
    }

    /// Notes the name of a member that no type knows.
    ///
    /// - Throws: ``JSONError/malformed`` when it stands in the object twice.
    @inline(never) mutating func remember(_ key: JSONKey) throws(JSONError) {
        // A key of another reader may point anywhere.
        guard !keepsLastName, key.start + key.count < end else { return }
        guard names.insert(key, at: depth, in: bytes) else { throw duplicate(key) }
    }

    mutating func passWord(_ word: StaticString) throws(JSONError) {
        let count = word.utf8CodeUnitCount
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
        guard count <= end - position, bytes[position..<(position + count)].elementsEqual(expected)
        else { throw fail("expected '\(word)'") }
        position += count
    }

    @inline(__always) mutating func skipSpace() {
        while position < end {
            let byte = bytes[position]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
                return
            }
            position += 1
        }
    }

    mutating func noValue() -> JSONError { fail("expected a value but found \(found)") }

    /// Records that here stands a value of another type, and passes over it; to be thrown.
    @inline(never) mutating func mismatch(
        _ expected: String, code: String = "type"
    ) -> JSONError {
        let isNull = position < end && bytes[position] == UInt8(ascii: "n")
        do throws(JSONError) {
            try skipValue()
        } catch {
            return error
        }
        return isNull
            ? refuse(code: "null", "must not be null, but \(expected)")
            : refuse(code: code, "must be \(expected)")
    }
}
