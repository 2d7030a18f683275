// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension JSONWriter {
    /// Writes `null`.
    public mutating func null() { raw("null") }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

    /// Writes a whole number.
    @inlinable public mutating func integer<Number: FixedWidthInteger>(_ value: Number) {
        digits(UInt64(truncatingIfNeeded: value.magnitude), isNegative: value < 0)
    }

    /// Writes a number so that reading it gives the same double, in as few digits as that takes.
    ///
    /// One that is not finite fails the whole writing.
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return fail("is \(value)") }
        ascii(value.description)
    }

    /// Writes a number so that reading it gives the same float, in as few digits as that takes.
    ///
    /// One that is not finite fails the whole writing.
    public mutating func float(_ value: Float) {
        guard value.isFinite else { return fail("is \(value)") }
        ascii(value.description)
    }

    /// Writes text that is JSON already.
    public mutating func raw(_ json: StaticString) {
        append(UnsafeRawBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
        needsComma = true
    }

    /// Notes that a value cannot be written; the whole writing fails with it.
    ///
    /// - Parameter message: What is wrong, to be said after the member's name: `is nan`.
    public mutating func fail(_ message: String) {
        null()
        guard failure == nil else { return }
        failure = JSONWritingError("A value \(message), which JSON cannot hold")
    }
}
