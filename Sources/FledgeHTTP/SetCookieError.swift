// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Why a cookie cannot be set.
///
/// The message names the cookie and the remedy. It never holds the value, which is often a secret,
/// so it is safe to log.
public struct SetCookieError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of mistake it is, for code that reacts to it.
    public struct Code: Sendable, Hashable {
        private enum Kind {
            case invalidName, invalidValue, invalidPath, invalidDomain, tooLarge, brokenPrefixRule,
                needsSecure
        }
        private let kind: Kind

        /// The name is not a token.
        public static let invalidName = Code(kind: .invalidName)
        /// The value holds a character that a cookie cannot carry.
        public static let invalidValue = Code(kind: .invalidValue)
        /// The path does not start with `/` or holds `;` or a control character.
        public static let invalidPath = Code(kind: .invalidPath)
        /// The domain is not a host name.
        public static let invalidDomain = Code(kind: .invalidDomain)
        /// A part is longer than browsers store.
        public static let tooLarge = Code(kind: .tooLarge)
        /// The name starts with `__Host-` or `__Secure-`, and an attribute breaks its promise.
        public static let brokenPrefixRule = Code(kind: .brokenPrefixRule)
        /// `SameSite=None` or `Partitioned` together with `secure: false`.
        public static let needsSecure = Code(kind: .needsSecure)
    }

    /// The kind of mistake.
    public let code: Code
    /// What is wrong with which cookie, and what to do about it.
    public let message: String

    /// The message.
    public var description: String { message }

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

/// What RFC 6265bis 4.1 and 5.6 ask of a cookie, as one check over the parts.
enum SetCookieRules {
    /// - Returns: Whether a rule demands `Secure`, whatever the request was.
    static func check(
        name: String, value: String, path: String?, domain: String?, secure: Bool?,
        sameSite: SetCookie.SameSite?, partitioned: Bool
    ) throws(SetCookieError) -> Bool {
        try checkName(name)
        try checkValue(value, of: name)
        if let path { try checkPath(path, of: name) }
        if let domain { try checkDomain(domain, of: name) }
        let hasPrefix = try checkPrefix(of: name, path: path, domain: domain, secure: secure)
        let isCrossSite = sameSite == SetCookie.SameSite.none || partitioned
        if isCrossSite, secure == false {
            let attribute = partitioned ? "Partitioned" : "SameSite=None"
            throw SetCookieError(
                .needsSecure,
                "The cookie \"\(name)\" has \(attribute), which browsers refuse without Secure. "
                    + "Leave `secure` out or set it to true.")
        }
        return hasPrefix || isCrossSite
    }

    private static func checkName(_ name: String) throws(SetCookieError) {
        guard FieldGrammar.isToken(name) else {
            throw SetCookieError(
                .invalidName,
                "\(name.debugDescription) cannot name a cookie. Use ASCII letters, digits and "
                    + "any of !#$%&'*+-.^_`|~ in it.")
        }
    }

    private static func checkValue(_ value: String, of name: String) throws(SetCookieError) {
        if let byte = value.utf8.first(where: { !isValueByte($0) }) {
            throw SetCookieError(
                .invalidValue,
                "The value of the cookie \"\(name)\" holds \(describe(byte)), which a cookie "
                    + "cannot carry. Encode the value first, for example as base64url, and decode "
                    + "it where you read it.")
        }
        let size = name.utf8.count + value.utf8.count
        guard size <= SetCookie.maximumSize else {
            throw SetCookieError(
                .tooLarge,
                "The cookie \"\(name)\" takes \(size) bytes; browsers drop more than "
                    + "\(SetCookie.maximumSize). Keep the data in a store and only its key in the "
                    + "cookie.")
        }
    }

    private static func checkPath(_ path: String, of name: String) throws(SetCookieError) {
        let isClean = path.utf8.allSatisfy {
            $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";")
        }
        guard path.utf8.first == UInt8(ascii: "/"), isClean else {
            throw SetCookieError(
                .invalidPath,
                "The path \(path.debugDescription) of the cookie \"\(name)\" is not valid. Start "
                    + "it with \"/\" and percent-encode \";\" and everything beyond ASCII.")
        }
        try checkAttributeSize(path, "path", of: name)
    }

    private static func checkDomain(_ domain: String, of name: String) throws(SetCookieError) {
        let labels = domain.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isHostName = labels.allSatisfy { !$0.isEmpty && $0.allSatisfy(isHostByte) }
        guard isHostName else {
            throw SetCookieError(
                .invalidDomain,
                "The domain \(domain.debugDescription) of the cookie \"\(name)\" is not a host "
                    + "name. Write it as \"example.com\": no scheme, port or leading dot. Leave it "
                    + "out if subdomains need not see the cookie.")
        }
        try checkAttributeSize(domain, "domain", of: name)
    }

    private static func checkAttributeSize(
        _ text: String, _ attribute: String, of name: String
    ) throws(SetCookieError) {
        guard text.utf8.count <= SetCookie.maximumAttributeSize else {
            throw SetCookieError(
                .tooLarge,
                "The \(attribute) of the cookie \"\(name)\" takes \(text.utf8.count) bytes; "
                    + "browsers ignore more than \(SetCookie.maximumAttributeSize). Shorten it.")
        }
    }

    /// The prefixes of RFC 6265bis 4.1.3, which browsers match without regard to case.
    private static func checkPrefix(
        of name: String, path: String?, domain: String?, secure: Bool?
    ) throws(SetCookieError) -> Bool {
        let lowercased = FieldGrammar.lowercased(name)
        let isHost = lowercased.hasPrefix("__host-")
        guard isHost || lowercased.hasPrefix("__secure-") else { return false }
        var broken: [String] = []
        if secure == false { broken.append("leave `secure` out or set it to true") }
        if isHost, domain != nil { broken.append("leave `domain` out") }
        if isHost, path != "/" { broken.append("set `path` to \"/\"") }
        guard broken.isEmpty else {
            throw SetCookieError(
                .brokenPrefixRule,
                "Browsers refuse the cookie \"\(name)\": its prefix \(isHost ? "__Host-" : "__Secure-")"
                    + " makes a promise that its attributes break. To keep it, "
                    + broken.joined(separator: " and ") + ".")
        }
        return true
    }

    /// `cookie-octet` of RFC 6265bis 4.1.1.
    private static func isValueByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x2B, 0x2D...0x3A, 0x3C...0x5B, 0x5D...0x7E: true
        default: false
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || FieldGrammar.isAlphanumeric(byte)
    }

    private static func describe(_ byte: UInt8) -> String {
        switch byte {
        case 0x20: "a space"
        case 0x21...0x7E: "the character \(Character(UnicodeScalar(byte)))"
        case 0x80...: "a character beyond ASCII"
        default: "the control character \(byte)"
        }
    }
}
