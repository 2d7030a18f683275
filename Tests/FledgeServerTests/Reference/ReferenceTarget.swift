// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Request targets: RFC 9112, 3.2, with the parts of RFC 3986 that it stands on.
struct ReferenceTarget {
    private(set) var broken: Set<Rule> = []
    private(set) var pathAndQuery = ""
    private(set) var authority: String?

    init(_ target: [UInt8], method: String) {
        if method == "CONNECT" {
            // The target is the authority alone; this is no proxy, so it is refused either way.
            broken.insert(Self.isAuthority(target) ? .connect : .targetForm)
        } else if target == Array("*".utf8) {
            pathAndQuery = "*"
            if method != "OPTIONS" { broken.insert(.targetForm) }
        } else if target.first == UInt8(ascii: "/") {
            read(pathAndQuery: target)
        } else {
            readAbsolute(target)
        }
        // Visible ASCII. `#` begins a fragment, which is not sent (RFC 9110, 7.1).
        if !target.allSatisfy({ (33...126).contains($0) && $0 != UInt8(ascii: "#") }) {
            broken.insert(.targetByte)
        }
    }

    private mutating func readAbsolute(_ target: [UInt8]) {
        let scheme = ["http://", "https://"].first {
            Ascii.lowercased(Array(target.prefix($0.utf8.count))) == $0
        }
        guard let scheme else {
            broken.insert(.targetForm)
            return
        }
        let afterScheme = target.dropFirst(scheme.utf8.count)
        let host = afterScheme.prefix { !"/?#".utf8.contains($0) }
        if !Self.isAuthority(Array(host)) { broken.insert(.targetForm) }
        authority = Ascii.text(host)
        let path = Array(afterScheme.dropFirst(host.count))
        // A missing path is "/" (RFC 9110, 4.2.3).
        read(pathAndQuery: path.first == UInt8(ascii: "/") ? path : Array("/".utf8) + path)
    }

    private mutating func read(pathAndQuery bytes: [UInt8]) {
        pathAndQuery = Ascii.text(bytes)
        let path = Array(bytes.prefix { $0 != UInt8(ascii: "?") })
        guard let decoded = Self.decoded(path), !decoded.contains(0),
            String(validating: decoded, as: UTF8.self) != nil
        else {
            broken.insert(.pathEscape)
            return
        }
    }

    /// Percent-decoding (RFC 3986, 2.1): `nil` when a `%` has not two digits after it.
    static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                let digits = rest.prefix(2)
                guard digits.count == 2, digits.allSatisfy(Ascii.hexDigits.contains),
                    let value = UInt8(Ascii.text(digits), radix: 16)
                else { return nil }
                output.append(value)
                rest = rest.dropFirst(2)
            } else {
                output.append(byte)
            }
        }
        return output
    }

    /// `host [ ":" port ]` without user information (RFC 3986, 3.2.2 and 3.2.3; RFC 9110, 4.2.4).
    static func isAuthority(_ bytes: [UInt8]) -> Bool {
        if bytes.first == UInt8(ascii: "[") {
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
            let address = bytes[1..<close]
            let allowed = Ascii.hexDigits.union(":.%")
            return !address.isEmpty && address.allSatisfy(allowed.contains)
                && isPortPart(Array(bytes[(close + 1)...]))
        }
        let name = bytes.prefix { $0 != UInt8(ascii: ":") }
        let allowed = Ascii.unreserved.union(Ascii.subDelimiters).union("%")
        return !name.isEmpty && name.allSatisfy(allowed.contains) && decoded(Array(name)) != nil
            && isPortPart(Array(bytes.dropFirst(name.count)))
    }

    /// Nothing, or a colon with a number of 16 bits, which may be left out.
    private static func isPortPart(_ bytes: [UInt8]) -> Bool {
        guard let colon = bytes.first else { return true }
        let port = Array(bytes.dropFirst())
        guard colon == UInt8(ascii: ":") else { return false }
        return port.isEmpty
            || Ascii.isNumber(port) && port.count <= 5 && UInt16(Ascii.text(port)) != nil
    }
}
