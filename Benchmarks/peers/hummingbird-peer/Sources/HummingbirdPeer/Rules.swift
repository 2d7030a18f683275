// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The rules of the schema that Fledge's `POST /users` declares: lengths in characters, and the e-mail
// address of HTML, 4.10.5.1.5.

extension User {
    var isValid: Bool {
        name.hasLength(1...80) && email.isEmail && tags.count <= 10
            && tags.allSatisfy { $0.hasLength(1...40) }
            && tags.indices.allSatisfy { !tags[..<$0].contains(tags[$0]) }
    }
}

extension String {
    fileprivate func hasLength(_ range: ClosedRange<Int>) -> Bool {
        !isEmpty && (utf8.count <= range.upperBound || range.contains(unicodeScalars.count))
    }

    fileprivate var isEmail: Bool {
        var text = self
        return text.withUTF8 { bytes in
            guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")),
                1...64 ~= at, bytes[..<at].allSatisfy(isLocal)
            else { return false }
            return bytes[(at + 1)...]
                .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
                .allSatisfy(isLabel)
        }
    }
}

private func isLocal(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
}

private func isLabel(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    1...63 ~= label.count && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
}
