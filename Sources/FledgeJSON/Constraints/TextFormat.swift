// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The formats of text that have a rule.
@usableFromInline enum TextFormat {
    /// The production of HTML, 4.10.5.1.5, and the length that RFC 5321 leaves (4.5.3.1, erratum 1690).
    ///
    /// RFC 5322 allows more (quotes, comments, folding), which no mail form takes and few servers do.
    @usableFromInline static func isEmail(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isEmail($0) }
    }

    private static func isEmail(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")),
            1...64 ~= at, bytes[..<at].allSatisfy(isLocal)
        else { return false }
        var start = at + 1
        while true {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
            guard isLabel(bytes[start..<end]) else { return false }
            guard end < bytes.count else { return true }
            start = end + 1
        }
    }

    @usableFromInline static func isURL(_ text: String, schemes: [String]) -> Bool {
        let bytes = text.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            schemes.contains(text[..<colon].lowercased()),
            bytes.allSatisfy(isURLByte)
        else { return false }
        var rest = bytes[bytes.index(after: colon)...]
        guard rest.starts(with: "//".utf8) else { return false }
        rest = rest.dropFirst(2)
        let end = rest.firstIndex { byte in "/?#".utf8.contains(byte) } ?? rest.endIndex
        return hasHost(rest[..<end]) && escapesAreWhole(bytes)
    }

    @usableFromInline static func isUUID(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count == 36 else { return false }
        return bytes.enumerated().allSatisfy { index, byte in
            [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : isHexadecimal(byte)
        }
    }

    /// `user@host:port`, with a host that is not empty and a port of digits.
    private static func hasHost(_ authority: Substring.UTF8View) -> Bool {
        let afterUser = authority.lastIndex(of: UInt8(ascii: "@")).map(authority.index(after:))
        let place = authority[(afterUser ?? authority.startIndex)...]
        if place.first == UInt8(ascii: "[") { return isAddressInBrackets(place) }
        guard let colon = place.firstIndex(of: UInt8(ascii: ":")) else { return isHost(place) }
        return isHost(place[..<colon]) && place[place.index(after: colon)...].allSatisfy(isDigit)
    }

    private static func isHost(_ host: Substring.UTF8View) -> Bool {
        !host.isEmpty && host.allSatisfy { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }
    }

    private static func isAddressInBrackets(_ place: Substring.UTF8View) -> Bool {
        guard let end = place.firstIndex(of: UInt8(ascii: "]")) else { return false }
        let address = place[..<end].dropFirst()
        let port = place[end...].dropFirst()
        let isPort = port.first == UInt8(ascii: ":") && port.dropFirst().allSatisfy(isDigit)
        let isAddress = address.allSatisfy { isHexadecimal($0) || ":.".utf8.contains($0) }
        return address.contains(UInt8(ascii: ":")) && isAddress && (port.isEmpty || isPort)
    }

    private static func escapesAreWhole(_ bytes: String.UTF8View) -> Bool {
        var rest = bytes[...]
        while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
            rest = rest[rest.index(after: percent)...]
            guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(isHexadecimal) else {
                return false
            }
        }
        return true
    }

    /// A label of a host name: 1 to 63 letters, digits and hyphens, no hyphen at either end.
    private static func isLabel(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard 1...63 ~= label.count, label.first != UInt8(ascii: "-") else { return false }
        return label.last != UInt8(ascii: "-")
            && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
    }

    /// What RFC 3986 allows anywhere, escapes included.
    private static func isURLByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
}
