// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The form of decimal numbers in parameters: `-12.50`, and with an exponent `1.5e-9`.
///
/// Digits on both sides of the point, and no `+` in front, as for whole numbers: the parsers of the
/// standard library and of Foundation each take more, and not the same.
enum DecimalSyntax {
    /// Whether the whole text is one number.
    static func matches(_ text: String, allowsExponent: Bool) -> Bool {
        var rest = text.utf8[...]
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        guard skipDigits(&rest) else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard skipDigits(&rest) else { return false }
        }
        if allowsExponent, rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
                rest.removeFirst()
            }
            guard skipDigits(&rest) else { return false }
        }
        return rest.isEmpty
    }

    private static func skipDigits(_ rest: inout Substring.UTF8View) -> Bool {
        let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        rest.removeFirst(digits.count)
        return !digits.isEmpty
    }
}
