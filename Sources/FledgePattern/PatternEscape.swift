// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What stands after a backslash, or a single scalar of a class.
enum PatternEscape {
    case scalar(Unicode.Scalar)
    case set(ScalarSet)

    var set: ScalarSet {
        switch self {
        case .scalar(let scalar): ScalarSet(scalar)
        case .set(let set): set
        }
    }

    /// Reads what follows a backslash; `position` is behind it.
    static func read(
        _ scalars: [Unicode.Scalar], _ position: inout Int, from start: Int
    ) throws(PatternError) -> PatternEscape {
        guard position < scalars.count else { throw PatternError(.endsInEscape, at: start) }
        let name = scalars[position]
        position += 1
        if let set = classes[name] { return .set(set) }
        if let scalar = controls[name] { return .scalar(scalar) }
        switch name {
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/":
            return .scalar(name)
        case "x": return .scalar(try hexadecimal(2, "\\x41", scalars, &position, from: start))
        case "u": return .scalar(try unicode(scalars, &position, from: start))
        case "p", "P": throw PatternError(.property, at: start)
        default: throw PatternError(.unknownEscape(String(name)), at: start)
        }
    }

    private static let classes: [Unicode.Scalar: ScalarSet] = [
        "d": .digits, "D": ScalarSet.digits.inverted,
        "w": .wordCharacters, "W": ScalarSet.wordCharacters.inverted,
        "s": .spaces, "S": ScalarSet.spaces.inverted,
    ]

    private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
        "t": "\t", "n": "\n", "r": "\r", "v": "\u{B}", "f": "\u{C}", "0": "\0",
    ]

    private static func unicode(
        _ scalars: [Unicode.Scalar], _ position: inout Int, from start: Int
    ) throws(PatternError) -> Unicode.Scalar {
        guard position < scalars.count, scalars[position] == "{" else {
            return try hexadecimal(4, "\\u0041", scalars, &position, from: start)
        }
        position += 1
        let end = scalars[position...].firstIndex(of: "}") ?? position
        guard 1...6 ~= end - position else {
            throw PatternError(.badNumber("\\u{1F600}"), at: start)
        }
        let scalar = try hexadecimal(
            end - position, "\\u{1F600}", scalars, &position, from: start)
        position += 1
        return scalar
    }

    private static func hexadecimal(
        _ count: Int, _ form: String, _ scalars: [Unicode.Scalar], _ position: inout Int,
        from start: Int
    ) throws(PatternError) -> Unicode.Scalar {
        let digits = scalars[position...].prefix(count)
        let isHexadecimal = digits.allSatisfy(\.properties.isASCIIHexDigit)
        let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        guard digits.count == count, isHexadecimal, let value, let scalar = Unicode.Scalar(value)
        else { throw PatternError(.badNumber(form), at: start) }
        position += count
        return scalar
    }
}
