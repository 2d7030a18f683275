// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

extension FuzzTarget {
    static let mediaType = FuzzTarget(name: "media-type") { MediaTypeCheck.all($0) }
}

/// The properties of `MediaType`, against a reader by hand.
private enum MediaTypeCheck {
    static func all(_ input: [UInt8]) {
        let text = Ascii.text(input)
        let type = MediaType(text)
        var reader = Reader(rest: Array(text.utf8)[...])
        expectEqual(type.map(parts), reader.read(), "parts of \(text.debugDescription)")
        guard let type else { return }
        expectEqual(MediaType(type.description), type, "its description, read again")
        expectEqual(MediaType(type.description)?.description, type.description, "described again")
        expectEqual(MediaType(type.essence)?.essence, type.essence, "its essence, read again")
        expect(type.matches(type), "it does not match itself")
        let lines = type.description.utf8.filter { $0 < 32 && $0 != Ascii.tab || $0 == 127 }
        expect(lines.isEmpty, "its description has control characters")
        _ = (type.suffix, type.charset, type.isJSON)
    }

    private static func parts(_ type: MediaType) -> [String] {
        [type.type, type.subtype] + type.parameters.flatMap { [$0.name, $0.value] }
    }

    /// RFC 9110, 8.3.1 and 5.6.6, without wildcards and without a parameter that comes twice.
    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func read() -> [String]? {
            guard let type = token(), skip("/"), let subtype = token(), type != "*", subtype != "*"
            else { return nil }
            var parts = [type, subtype]
            var names: Set<String> = []
            while true {
                skipSpaces()
                if rest.isEmpty { return parts }
                guard skip(";") else { return nil }
                skipSpaces()
                if rest.isEmpty || rest.first == UInt8(ascii: ";") { continue }
                guard let name = token(), skip("="), let value = value() else { return nil }
                guard names.insert(name).inserted else { return nil }
                let text = name == "charset" ? Ascii.lowercased(value) : Ascii.text(value)
                parts += [name, text]
            }
        }

        private mutating func value() -> [UInt8]? {
            guard rest.first == UInt8(ascii: "\"") else {
                let token = rest.prefix(while: Ascii.token.contains)
                rest = rest.dropFirst(token.count)
                return token.isEmpty ? nil : Array(token)
            }
            var value: [UInt8] = []
            rest = rest.dropFirst()
            while var byte = rest.popFirst() {
                if byte == UInt8(ascii: "\"") { return value }
                if byte == UInt8(ascii: "\\") {
                    guard let escaped = rest.popFirst() else { return nil }
                    byte = escaped
                }
                if byte < 32 && byte != Ascii.tab || byte == 127 { return nil }
                value.append(byte)
            }
            return nil
        }

        private mutating func token() -> String? {
            let token = rest.prefix(while: Ascii.token.contains)
            rest = rest.dropFirst(token.count)
            return token.isEmpty ? nil : Ascii.lowercased(Array(token))
        }

        private mutating func skip(_ character: Character) -> Bool {
            guard rest.first == character.asciiValue else { return false }
            rest = rest.dropFirst()
            return true
        }

        private mutating func skipSpaces() {
            rest = rest.drop { $0 == Ascii.space || $0 == Ascii.tab }
        }
    }
}
