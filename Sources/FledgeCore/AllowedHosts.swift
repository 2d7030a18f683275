// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// The host names that an app answers to (`App.hosts`).
///
/// Who can choose the `Host` of a request can poison what is made of it: links in mails, redirects,
/// entries of a cache. The authority of an absolute-form target counts more than the field
/// (RFC 9112, 3.2.2), and the port does not count.
struct AllowedHosts: Sendable {
    private let names: Set<String>

    /// - Returns: `nil` for an empty list, which allows every host.
    init?(_ names: [String]) {
        guard !names.isEmpty else { return nil }
        self.names = Set(names.map { $0.lowercased() })
    }

    func contains(_ request: Request) -> Bool {
        guard let authority = request.target.authority ?? request.headers["Host"] else {
            return false
        }
        let host = Self.withoutPort(authority)
        return names.contains(host) || names.contains(host.lowercased())
    }

    private static func withoutPort(_ authority: String) -> String {
        let bytes = authority.utf8
        let end =
            bytes.first == UInt8(ascii: "[")
            ? bytes.firstIndex(of: UInt8(ascii: "]")).map(bytes.index(after:))
            : bytes.firstIndex(of: UInt8(ascii: ":"))
        return end.map { String(authority[..<$0]) } ?? authority
    }

    /// What is wrong with a name that no request could ever match, in a sentence with the remedy.
    static func mistake(in name: String) -> String? {
        let isHost =
            Array(name.utf8).withUnsafeBytes(Authority.isValid) && withoutPort(name) == name
        return isHost
            ? nil
            : "'\(name)' in App.hosts is no host name. Write it without scheme, port and path: "
                + "'shop.example', '127.0.0.1', '[::1]'."
    }
}
