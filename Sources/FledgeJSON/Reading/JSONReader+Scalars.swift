// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension JSONReader {
    /// Whether `null` stands here; nothing is consumed.
    public mutating func isNull() -> Bool {
        skipSpace()
        return position < end && bytes[position] == UInt8(ascii: "n")
    }

    /// Whether a string stands here; nothing is consumed.
    public mutating func isString() -> Bool {
        skipSpace()
        return position < end && bytes[position] == UInt8(ascii: "\"")
    }

    /// Reads `null`, if it stands here.
    ///
    /// - Throws: ``JSONError/malformed``.
    public mutating func readNull() throws(JSONError) -> Bool {
        guard isNull() else { return false }
        try passWord("null")
        return true
    }

    /// Reads `true` or `false`.
    ///
    /// - Throws: ``JSONError/invalid`` when here is neither: that is recorded, and the value
    ///   consumed.
    public mutating func readBool() throws(JSONError) -> Bool {
        skipSpace()
        switch position < end ? bytes[position] : 0 {
        case UInt8(ascii: "t"):
            try passWord("true")
            return true
        case UInt8(ascii: "f"):
            try passWord("false")
            return false
        default: throw mismatch("true or false")
        }
    }

    /// Reads a whole number; `1.0` and `1e2` are some, `1.5` is not.
    ///
    /// - Throws: ``JSONError/invalid`` when here is none, or it does not fit: that is recorded, and
    ///   the value consumed.
    @inlinable public mutating func readInteger<Number: FixedWidthInteger>(
        _: Number.Type = Number.self
    ) throws(JSONError) -> Number {
        let value = try readWholeNumber(Number.isSigned, Number.bitWidth)
        if !value.isNegative {
            if let number = Number(exactly: value.magnitude) { return number }
        } else if let negated = value.negated, let number = Number(exactly: negated) {
            return number
        }
        throw outOfRange(Number.isSigned, Number.bitWidth)
    }

    /// Reads a number as the nearest double.
    ///
    /// - Throws: ``JSONError/invalid`` when here is none, or it is too large: that is recorded, and
    ///   the value consumed.
    public mutating func readDouble() throws(JSONError) -> Double {
        skipSpace()
        guard startsNumber else { throw mismatch("a number") }
        let number = try passNumber()
        let value = double(number)
        guard value.isFinite else {
            throw refuse(code: "range", "must be a number that is not beyond 1.8e308")
        }
        return value
    }

    /// Reads a number as the nearest float.
    ///
    /// - Throws: ``JSONError/invalid`` when here is none, or it is too large: that is recorded, and
    ///   the value consumed.
    public mutating func readFloat() throws(JSONError) -> Float {
        // By way of a double it would be rounded twice.
        let text = try readNumberText()
        guard let value = Float(text), value.isFinite else {
            throw refuse(code: "range", "must be a number that is not beyond 3.4e38")
        }
        return value
    }

    /// The digits and signs of the number that stands here, as they are.
    ///
    /// - Throws: ``JSONError/invalid`` when here is none: that is recorded, and the value consumed.
    public mutating func readNumberText() throws(JSONError) -> String {
        skipSpace()
        guard startsNumber else { throw mismatch("a number") }
        let number = try passNumber()
        return text(from: number.start)
    }

    @inline(__always) var startsNumber: Bool {
        guard position < end else { return false }
        let byte = bytes[position]
        return byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-")
    }

    @usableFromInline mutating func readWholeNumber(
        _ isSigned: Bool, _ bitWidth: Int
    ) throws(JSONError) -> WholeNumber {
        skipSpace()
        if let value = passShortInteger() { return value }
        guard startsNumber else { throw mismatch(WholeNumber.words(isSigned, bitWidth)) }
        let number = try passNumber()
        if number.isPlain { return WholeNumber(number.isNegative, number.significand) }
        switch wholeNumber(number) {
        case .whole(let value): return value
        case .fraction:
            throw refuse(code: "type", "must be \(WholeNumber.words(isSigned, bitWidth))")
        case .tooLarge: throw outOfRange(isSigned, bitWidth)
        }
    }

    /// Passes over an integer of at most 18 digits, which is what there is nearly always.
    private mutating func passShortInteger() -> WholeNumber? {
        var index = position
        let isNegative = index < end && bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let first = index
        let stop = min(end, first + 19)
        var magnitude: UInt64 = 0
        var byte: UInt8 = 0
        while index < stop {
            byte = bytes[index]
            guard byte &- UInt8(ascii: "0") < 10 else { break }
            magnitude = magnitude * 10 + UInt64(byte &- UInt8(ascii: "0"))
            index += 1
        }
        let count = index - first
        // At the end of the text, and for anything odd, the thorough way has the right words.
        guard count > 0, count < 19, index < end, byte != UInt8(ascii: "."),
            byte | 0x20 != UInt8(ascii: "e"), bytes[first] != UInt8(ascii: "0") || count == 1
        else { return nil }
        position = index
        return WholeNumber(isNegative, magnitude)
    }

    @usableFromInline mutating func outOfRange(_ isSigned: Bool, _ bitWidth: Int) -> JSONError {
        refuse(code: "range", "must be \(WholeNumber.range(isSigned, bitWidth))")
    }
}

/// A whole number of 64 bits and a sign.
@usableFromInline struct WholeNumber {
    @usableFromInline let isNegative: Bool
    @usableFromInline let magnitude: UInt64

    /// The number below zero, if 64 bits hold it.
    @inlinable var negated: Int64? {
        magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }

    init(_ isNegative: Bool, _ magnitude: UInt64) {
        self.isNegative = isNegative
        self.magnitude = magnitude
    }

    /// What a value of this width must be.
    ///
    /// The bounds of 64 bits tell nobody anything.
    static func words(_ isSigned: Bool, _ bitWidth: Int) -> String {
        isSigned && bitWidth == 64 ? "a whole number" : range(isSigned, bitWidth)
    }

    static func range(_ isSigned: Bool, _ bitWidth: Int) -> String {
        let most = UInt64.max >> (64 - min(bitWidth, 64) + (isSigned ? 1 : 0))
        return "a whole number from \(isSigned ? -Int64(most) - 1 : 0) to \(most)"
    }
}
