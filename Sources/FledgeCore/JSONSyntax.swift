// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import NIOCore

/// A strict check of JSON syntax (RFC 8259) that knows where the first mistake is.
///
/// Iterative: nesting costs one bit of a stack word, never a stack frame, and is limited. It runs
/// before a body is decoded, so that a mistake is answered with its line and column.
struct JSONSyntax {
    struct Mistake: Error, Equatable {
        var message: String
        var line: Int
        var column: Int
    }

    /// The first mistake in the document, `nil` when there is none.
    ///
    /// Complexity: O(bytes), one pass.
    static func firstMistake(in buffer: ByteBuffer, maximumDepth: Int) -> Mistake? {
        buffer.withUnsafeReadableBytes { bytes in
            var check = JSONSyntax(bytes: bytes, maximumDepth: maximumDepth)
            do throws(Failure) {
                try check.document()
                return nil
            } catch {
                return check.mistake(error)
            }
        }
    }

    private struct Failure: Error {
        var message: String
        var position: Int
    }

    private let bytes: UnsafeRawBufferPointer
    private let maximumDepth: Int
    private var position = 0
    /// The open containers: `true` for an object.
    private var open: [Bool] = []

    private init(bytes: UnsafeRawBufferPointer, maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    private func mistake(_ failure: Failure) -> Mistake {
        let before = bytes[..<min(failure.position, bytes.count)]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        // Columns count characters, not bytes: continuation bytes of UTF-8 do not count.
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
        return Mistake(message: failure.message, line: line, column: column)
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func document() throws(Failure) {
        skipSpace()
        guard current != nil else { throw fail("the document is empty") }
        repeat {
            try value()
            try closeContainers()
        } while !open.isEmpty
        skipSpace()
        guard current == nil else { throw fail("unexpected \(found) after the end") }
        guard let index = firstInvalidUTF8 else { return }
        throw Failure(message: "the text is not valid UTF-8", position: index)
    }

    /// A scalar, or the opening of containers down to the first scalar or empty container.
    private mutating func value() throws(Failure) {
        while true {
            skipSpace()
            switch current {
            case UInt8(ascii: "{"):
                try push(isObject: true)
                if try closesAtOnce(UInt8(ascii: "}")) { return }
                try memberName()
            case UInt8(ascii: "["):
                try push(isObject: false)
                if try closesAtOnce(UInt8(ascii: "]")) { return }
            case UInt8(ascii: "\""): return try string()
            case UInt8(ascii: "t"): return try word("true")
            case UInt8(ascii: "f"): return try word("false")
            case UInt8(ascii: "n"): return try word("null")
            case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return try number()
            default: throw fail("expected a value but found \(found)")
            }
        }
    }

    /// After a value: closing brackets, or a comma and what must follow it.
    private mutating func closeContainers() throws(Failure) {
        while let isObject = open.last {
            skipSpace()
            switch (current, isObject) {
            case (UInt8(ascii: ","), _):
                position += 1
                if isObject {
                    skipSpace()
                    try memberName()
                }
                return
            case (UInt8(ascii: "}"), true), (UInt8(ascii: "]"), false):
                position += 1
                open.removeLast()
            default:
                throw fail("expected ',' or '\(isObject ? "}" : "]")' but found \(found)")
            }
        }
    }

    private mutating func push(isObject: Bool) throws(Failure) {
        guard open.count < maximumDepth else {
            throw fail("arrays and objects are nested more than \(maximumDepth) deep")
        }
        open.append(isObject)
        position += 1
    }

    private mutating func closesAtOnce(_ closing: UInt8) throws(Failure) -> Bool {
        skipSpace()
        guard current == closing else { return false }
        position += 1
        open.removeLast()
        return true
    }

    private mutating func memberName() throws(Failure) {
        guard current == UInt8(ascii: "\"") else {
            throw fail("expected a name in double quotes but found \(found)")
        }
        try string()
        skipSpace()
        guard current == UInt8(ascii: ":") else { throw fail("expected ':' but found \(found)") }
        position += 1
    }

    private mutating func string() throws(Failure) {
        position += 1
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"):
                position += 1
                try escape()
            case ..<0x20:
                throw fail("a control character in a string must be escaped, found \(found)")
            default:
                position += 1
            }
        }
        throw fail("the string is not closed")
    }

    private mutating func escape() throws(Failure) {
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"):
            let unit = try codeUnit()
            if 0xDC00...0xDFFF ~= unit { throw fail("a lone surrogate in an escape") }
            guard 0xD800...0xDBFF ~= unit else { return }
            guard current == UInt8(ascii: "\\") else { throw fail("a lone surrogate in an escape") }
            position += 1
            let low: UInt16 = current == UInt8(ascii: "u") ? try codeUnit() : 0
            guard 0xDC00...0xDFFF ~= low else {
                throw fail("a lone surrogate in an escape")
            }
        default:
            throw fail("'\\' must be followed by one of \"\\/bfnrtu, found \(found)")
        }
    }

    private mutating func codeUnit() throws(Failure) -> UInt16 {
        position += 1
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = PercentCoding.hexValue(byte) else {
                throw fail("'\\u' must be followed by four hexadecimal digits, found \(found)")
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }

    private mutating func number() throws(Failure) {
        if current == UInt8(ascii: "-") { position += 1 }
        if current == UInt8(ascii: "0") {
            position += 1
            if let byte = current, isDigit(byte) { throw fail("a number must not start with 0") }
        } else {
            try digits()
        }
        if current == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
    }

    private mutating func digits() throws(Failure) {
        guard let byte = current, isDigit(byte) else {
            throw fail("expected a digit but found \(found)")
        }
        while let byte = current, isDigit(byte) { position += 1 }
    }

    private mutating func word(_ word: StaticString) throws(Failure) {
        let matches = word.withUTF8Buffer { expected in
            expected.count <= bytes.count - position
                && expected.elementsEqual(bytes[position..<(position + expected.count)])
        }
        guard matches else { throw fail("expected '\(word)'") }
        position += word.utf8CodeUnitCount
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private var found: String {
        guard let byte = current else { return "the end" }
        return 0x21...0x7E ~= byte
            ? "'\(Character(UnicodeScalar(byte)))'" : "the byte 0x\(String(byte, radix: 16))"
    }

    private func fail(_ message: String) -> Failure {
        Failure(message: message, position: position)
    }

    private var firstInvalidUTF8: Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        // Only on the way to an error, so that the scan above can stay the fast one.
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var index = 0
        while case .valid(let scalar) = parser.parseScalar(from: &rest) { index += scalar.count }
        return index
    }
}
