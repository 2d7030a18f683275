// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

extension FuzzTarget {
    static let cookie = FuzzTarget(name: "cookie") { CookieCheck.all($0) }
}

/// The properties of `Cookies`, against a split by hand.
private enum CookieCheck {
    static func all(_ input: [UInt8]) {
        let text = Ascii.text(input)
        let cookies = Cookies(text)
        expectEqual(cookies.map(describe), reference(Array(text.utf8)).map(describe), "pairs")
        expect(cookies.count <= Cookies.maximumCount, "\(cookies.count) pairs")
        for (name, value) in cookies {
            expect(Ascii.isToken(name.utf8), "the name \(name.debugDescription) is no token")
            let hasControl = value.utf8.contains { $0 < 32 && $0 != Ascii.tab || $0 == 127 }
            expect(!hasControl, "a control character in \(value.debugDescription)")
            expectEqual(cookies[name], cookies.first { $0.name == name }?.value, "look-up")
        }
        // Quoted, every value can be sent again.
        let sent = cookies.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: "; ")
        expectEqual(Cookies(sent).map(describe), cookies.map(describe), "sent again")
    }

    /// RFC 6265, 4.2.1, leniently: what is no pair is skipped.
    private static func reference(_ input: [UInt8]) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for piece in input.split(separator: UInt8(ascii: ";")) {
            let name = piece.prefix { $0 != UInt8(ascii: "=") }
            guard name.count < piece.count else { continue }
            var value = Ascii.trimmed(piece.dropFirst(name.count + 1))
            let isClean = value.allSatisfy { $0 >= 32 && $0 != 127 || $0 == Ascii.tab }
            guard isClean, Ascii.isToken(Ascii.trimmed(name)) else { continue }
            let quote = UInt8(ascii: "\"")
            if value.count > 1, value.first == quote, value.last == quote {
                value = Array(value.dropFirst().dropLast())
            }
            pairs.append((Ascii.text(Ascii.trimmed(name)), Ascii.text(value)))
        }
        return Array(pairs.prefix(256))
    }

    private static func describe(_ pair: (name: String, value: String)) -> String {
        "\(pair.name)=\(pair.value.debugDescription)"
    }
}
