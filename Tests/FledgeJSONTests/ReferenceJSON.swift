// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// JSON by the letter of RFC 8259, as plainly as it can be written: what the fast reader is held to.
///
/// The same choices: no byte order mark, no lone surrogates, no repeated names, 64 levels.
indirect enum ReferenceJSON: Equatable {
    case word(String)
    case number(String)
    case string([Unicode.Scalar])
    case array([ReferenceJSON])
    case object([Member])

    struct Member: Equatable {
        var name: [Unicode.Scalar]
        var value: ReferenceJSON
    }

    /// The value of a document; `nil` when it is none.
    static func read(_ bytes: [UInt8]) -> ReferenceJSON? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var parser = ReferenceJSONParser(rest: Array(text.unicodeScalars)[...])
        parser.skipSpace()
        guard let value = parser.value(depth: 0) else { return nil }
        parser.skipSpace()
        return parser.rest.isEmpty ? value : nil
    }
}

private struct ReferenceJSONParser {
    var rest: ArraySlice<Unicode.Scalar>

    mutating func skipSpace() {
        while let next = rest.first, " \t\n\r".unicodeScalars.contains(next) { rest.removeFirst() }
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    mutating func value(depth: Int) -> ReferenceJSON? {
        switch rest.first {
        case "{": depth < 64 ? object(depth: depth + 1) : nil
        case "[": depth < 64 ? array(depth: depth + 1) : nil
        case "\"": string().map { .string($0) }
        case "t": word("true")
        case "f": word("false")
        case "n": word("null")
        default: number()
        }
    }

    mutating func word(_ word: String) -> ReferenceJSON? {
        guard rest.starts(with: word.unicodeScalars) else { return nil }
        rest.removeFirst(word.unicodeScalars.count)
        return .word(word)
    }

    mutating func array(depth: Int) -> ReferenceJSON? {
        var elements: [ReferenceJSON] = []
        rest.removeFirst()
        skipSpace()
        if take("]") { return .array([]) }
        repeat {
            skipSpace()
            guard let element = value(depth: depth) else { return nil }
            elements.append(element)
            skipSpace()
        } while take(",")
        return take("]") ? .array(elements) : nil
    }

    mutating func object(depth: Int) -> ReferenceJSON? {
        var members: [ReferenceJSON.Member] = []
        rest.removeFirst()
        skipSpace()
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            guard rest.first == "\"", let name = string() else { return nil }
            skipSpace()
            guard take(":") else { return nil }
            skipSpace()
            guard let value = value(depth: depth), !members.contains(where: { $0.name == name })
            else { return nil }
            members.append(.init(name: name, value: value))
            skipSpace()
        } while take(",")
        return take("}") ? .object(members) : nil
    }

    mutating func number() -> ReferenceJSON? {
        let start = rest.startIndex
        let whole = rest
        _ = take("-")
        if !take("0"), digits() == 0 { return nil }
        if take("."), digits() == 0 { return nil }
        if take("e") || take("E") {
            if !take("-") { _ = take("+") }
            if digits() == 0 { return nil }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: whole[start..<rest.startIndex])
        return .number(String(text))
    }

    mutating func digits() -> Int {
        let digits = rest.prefix { ("0"..."9").contains($0) }
        rest.removeFirst(digits.count)
        return digits.count
    }

    mutating func string() -> [Unicode.Scalar]? {
        // Code units, because escapes are.
        var units: [UInt16] = []
        rest.removeFirst()
        while let next = rest.popFirst() {
            switch next {
            case "\"": return scalars(units)
            case "\\":
                guard let unit = escape() else { return nil }
                units.append(unit)
            case ..<"\u{20}": return nil
            default: units += Array(String(next).utf16)
            }
        }
        return nil
    }

    mutating func escape() -> UInt16? {
        guard let letter = rest.popFirst() else { return nil }
        let letters: [Unicode.Scalar: UInt16] = [
            "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9,
        ]
        guard letter == "u" else { return letters[letter] }
        let digits = rest.prefix(4)
        let isHex = digits.allSatisfy { $0.properties.isASCIIHexDigit }
        guard digits.count == 4, isHex else { return nil }
        rest.removeFirst(4)
        return UInt16(digits.map { String($0) }.joined(), radix: 16)
    }

    /// `nil` when half of a pair stands alone.
    func scalars(_ units: [UInt16]) -> [Unicode.Scalar]? {
        var decoder = UTF16()
        var input = units.makeIterator()
        var scalars: [Unicode.Scalar] = []
        while true {
            switch decoder.decode(&input) {
            case .scalarValue(let scalar): scalars.append(scalar)
            case .emptyInput: return scalars
            case .error: return nil
            }
        }
    }
}
