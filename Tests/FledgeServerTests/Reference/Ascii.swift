// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The characters that HTTP knows, spelled out.
enum Ascii {
    static let tab: UInt8 = 9
    static let lf: UInt8 = 10
    static let cr: UInt8 = 13
    static let space: UInt8 = 32

    static let digits = ByteSet("0123456789")
    static let hexDigits = ByteSet("0123456789abcdefABCDEF")
    static let letters = ByteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    /// RFC 9110, 5.6.2.
    static let token = letters.union(digits).union("!#$%&'*+-.^_`|~")
    /// RFC 3986, 2.3 and 2.2.
    static let unreserved = letters.union(digits).union("-._~")
    static let subDelimiters = ByteSet("!$&'()*+,;=")

    static func isToken(_ bytes: some Sequence<UInt8>) -> Bool {
        let bytes = Array(bytes)
        return !bytes.isEmpty && bytes.allSatisfy(token.contains)
    }

    static func isNumber(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy(digits.contains)
    }

    /// What may stand in no line (RFC 9112, 2.2; RFC 9110, 5.5).
    static func brokenRules(_ line: [UInt8]) -> Set<Rule> {
        var broken: Set<Rule> = []
        for byte in line where byte < 32 || byte == 127 {
            if byte == lf { broken.insert(.bareLineFeed) }
            if byte == cr { broken.insert(.bareCarriageReturn) }
            if ![tab, lf, cr].contains(byte) { broken.insert(.controlCharacter) }
        }
        return broken
    }

    /// OWS: spaces and tabs, nothing else (RFC 9110, 5.6.3).
    static func trimmed(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let isSpace = { (byte: UInt8) in byte == space || byte == tab }
        return Array(bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }

    static func lowercased(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }

    static func text(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

/// A set of bytes, as a table.
struct ByteSet {
    private var members = [Bool](repeating: false, count: 256)

    init(_ characters: String) {
        for byte in characters.utf8 { members[Int(byte)] = true }
    }

    func contains(_ byte: UInt8) -> Bool { members[Int(byte)] }

    func union(_ other: ByteSet) -> ByteSet {
        var union = self
        for byte in members.indices where other.members[byte] { union.members[byte] = true }
        return union
    }

    func union(_ characters: String) -> ByteSet { union(ByteSet(characters)) }
}
