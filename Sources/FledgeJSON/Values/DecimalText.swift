// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Decimals and their text, without loss.
enum DecimalText {
    /// The decimal that `text`, a number of JSON, stands for; `nil` when none does so exactly.
    static func decimal(_ text: String) -> Decimal? {
        guard let value = Decimal(string: text), !value.isNaN else { return nil }
        // Foundation rounds after 38 digits, and what it rounded shows in the digits.
        return DecimalDigits(text) == DecimalDigits(value.description) ? value : nil
    }
}

/// A number as digits and a power of ten, without zeros at either end: equal numbers are equal.
struct DecimalDigits: Equatable {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    /// The digits of `text`, a number of JSON or one that Swift wrote.
    init(_ text: String) {
        var isFraction = false
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                if rest.first == UInt8(ascii: "+") { rest.removeFirst() }
                // What is beyond is no number that anything else holds. It must leave room for the
                // digits, which are counted in the exponent too.
                let limit = 1 << 60
                exponent += min(max(Int(Substring(rest)) ?? limit, -limit), limit)
                rest = rest[rest.endIndex...]
            default:
                digits.append(byte)
                if isFraction { exponent -= 1 }
            }
        }
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        digits.removeFirst(digits.prefix { $0 == UInt8(ascii: "0") }.count)
        if digits.isEmpty { exponent = 0 }
    }
}
