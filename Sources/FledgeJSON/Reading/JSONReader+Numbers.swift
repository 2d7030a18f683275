// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A number of the text, as far as it was understood while it was passed over.
struct NumberToken {
    /// Its first byte.
    var start: Int
    var isNegative = false
    /// Its digits as one number, point left out; right only if `isExact`.
    var significand: UInt64 = 0
    /// What the significand is to be multiplied with, as a power of ten.
    var exponent = 0
    /// Whether all digits fit the significand.
    var isExact = true
    /// Whether it has neither a point nor an exponent.
    var isInteger = true

    /// Whether it is an integer, and the significand is all of it.
    var isPlain: Bool { isInteger && isExact }
}

extension JSONReader {
    /// Passes over the number that stands here and checks it.
    mutating func passNumber() throws(JSONError) -> NumberToken {
        var number = NumberToken(start: position)
        if bytes[position] == UInt8(ascii: "-") {
            number.isNegative = true
            position += 1
        }
        if position < end, bytes[position] == UInt8(ascii: "0") {
            position += 1
            if isDigitNext { throw fail("a number must not start with 0") }
        } else {
            _ = try passDigits(&number)
        }
        if position < end, bytes[position] == UInt8(ascii: ".") {
            position += 1
            number.isInteger = false
            number.exponent = -(try passDigits(&number))
        }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            number.isInteger = false
            try passExponent(&number)
        }
        return number
    }

    /// One digit or more; how many.
    @inline(__always) private mutating func passDigits(
        _ number: inout NumberToken
    ) throws(JSONError) -> Int {
        let start = position
        var significand = number.significand
        while position < end {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            // 1.8e18 and a digit more still fit 64 bits.
            if significand < 1_844_674_407_370_955_161 {
                significand = significand &* 10 &+ UInt64(digit)
            } else {
                let (tens, overflows) = significand.multipliedReportingOverflow(by: 10)
                let (sum, carries) = tens.addingReportingOverflow(UInt64(digit))
                if overflows || carries { number.isExact = false }
                significand = sum
            }
            position += 1
        }
        guard position > start else { throw fail("expected a digit but found \(found)") }
        number.significand = significand
        return position - start
    }

    private mutating func passExponent(_ number: inout NumberToken) throws(JSONError) {
        position += 1
        var isNegative = false
        if position < end, bytes[position] == UInt8(ascii: "-") {
            isNegative = true
            position += 1
        } else if position < end, bytes[position] == UInt8(ascii: "+") {
            position += 1
        }
        var digits = NumberToken(start: position)
        _ = try passDigits(&digits)
        // No document is long enough for its digits to make up for an exponent beyond this.
        let limit: UInt64 = 1 << 60
        let size = Int(digits.isExact ? min(digits.significand, limit) : limit)
        number.exponent += isNegative ? -size : size
    }

    private var isDigitNext: Bool {
        position < end && bytes[position] &- UInt8(ascii: "0") < 10
    }

    // MARK: Values

    /// The nearest double to the number that was just passed over; infinite when it is beyond.
    ///
    /// `mutating` for speed alone: the compiler copies the whole reader for a call that is not.
    mutating func double(_ number: NumberToken) -> Double {
        // Clinger: both numbers are exact, so their product or quotient is rounded once.
        if number.isExact, number.significand <= 1 << 53, -22...22 ~= number.exponent {
            let significand = Double(number.significand)
            let value =
                number.exponent < 0
                ? significand / PowersOfTen.exact[-number.exponent]
                : significand * PowersOfTen.exact[number.exponent]
            return number.isNegative ? -value : value
        }
        return Double(text(from: number.start)) ?? .infinity
    }

    /// What was passed over since `start`, without escapes; `mutating` for speed, too.
    mutating func text(from start: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    }

    enum Wholeness {
        case whole(WholeNumber)
        case fraction
        case tooLarge
    }

    /// A number with a point, an exponent or many digits, if it is a whole one.
    mutating func wholeNumber(_ number: NumberToken) -> Wholeness {
        // The digits once more, with the point where the exponent moves it.
        let written = bytes[number.start..<position]
        let digits = written.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        var wholeDigits = digits.count { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
        wholeDigits += number.exponent
        var magnitude: UInt64 = 0
        for byte in digits where byte != UInt8(ascii: "-") && byte != UInt8(ascii: ".") {
            let digit = UInt64(byte &- UInt8(ascii: "0"))
            wholeDigits -= 1
            if wholeDigits < 0 {
                guard digit == 0 else { return .fraction }
            } else {
                let (tens, overflows) = magnitude.multipliedReportingOverflow(by: 10)
                let (sum, carries) = tens.addingReportingOverflow(digit)
                if overflows || carries { return .tooLarge }
                magnitude = sum
            }
        }
        while wholeDigits > 0, magnitude > 0 {
            let (tens, overflows) = magnitude.multipliedReportingOverflow(by: 10)
            if overflows { return .tooLarge }
            magnitude = tens
            wholeDigits -= 1
        }
        return .whole(WholeNumber(number.isNegative, magnitude))
    }
}

enum PowersOfTen {
    /// Those that a double holds exactly.
    static let exact: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}
