// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One cookie that an answer sets, checked when it is made, so that an invalid one cannot exist.
///
///     let cookie = try SetCookie("session", token, maxAge: .seconds(86_400))
///     cookie.fieldValue(secureDefault: true)
///     // session=...; Max-Age=86400; Path=/; Secure; HttpOnly; SameSite=Lax
///
/// The defaults are the safe ones: the whole site (`Path=/`), out of reach of scripts
/// (`HttpOnly`), not sent on cross-site posts (`SameSite=Lax`), and only over TLS (`Secure`) except
/// on localhost. Express and Next.js leave all of that to you.
///
/// For a session, name it with the `__Host-` prefix: the browser then guarantees that no subdomain
/// and no plain-text answer has planted it.
public struct SetCookie: Sendable, Hashable {
    /// When a browser sends the cookie along with a request that another site caused.
    public enum SameSite: String, Sendable, Hashable {
        /// Never, not even when the user follows a link to you.
        case strict = "Strict"
        /// Only on top-level navigation with a safe method: links work, forged posts do not.
        case lax = "Lax"
        /// Always. Needs `Secure`; you then need another defence against forged requests.
        case none = "None"
    }

    /// The most that name and value may take together, in bytes (RFC 6265bis 5.6).
    ///
    /// Browsers drop a larger cookie in silence.
    public static let maximumSize = 4096

    /// The most that the path and the domain may each take, in bytes (RFC 6265bis 5.6).
    public static let maximumAttributeSize = 1024

    /// The name: a token.
    public let name: String
    /// The value: visible ASCII without `"`, `,`, `;` and `\`, perhaps empty.
    public let value: String
    /// Where on the site the cookie is sent; nil means the folder of the request's path.
    public let path: String?
    /// The domain whose subdomains see the cookie too; nil, the safer choice, is this host alone.
    public let domain: String?
    /// How long the browser keeps it; nil with no ``expires`` is until the browser closes.
    public let maxAge: Duration?
    /// When the browser drops it.
    ///
    /// Prefer ``maxAge``, which does not depend on the client's clock.
    public let expires: HTTPDate?
    /// Whether it is sent over TLS only; nil is decided when the answer is sent.
    public let secure: Bool?
    /// Whether scripts are kept from reading it.
    public let httpOnly: Bool
    /// Whether it goes along with cross-site requests; nil writes no attribute.
    public let sameSite: SameSite?
    /// Whether it is stored per top-level site (CHIPS), as embedded content needs.
    public let partitioned: Bool

    /// Makes a cookie, or says what is wrong with it.
    ///
    /// A value that may hold spaces, commas, quotes or text beyond ASCII is refused, not encoded:
    /// only you know how the reader will decode it. Encode it first, for example as base64url.
    ///
    /// - Parameters:
    ///   - name: A token. `__Host-` and `__Secure-` have rules of their own, checked here.
    ///   - value: Visible ASCII without `"`, `,`, `;` and `\`.
    ///   - path: Starts with `/`; the whole site by default.
    ///   - domain: Leave it nil unless subdomains must see the cookie.
    ///   - maxAge: Rounded up to whole seconds; zero or less deletes the cookie. Browsers cap it at
    ///     400 days.
    ///   - expires: A point in time, for clients that keep no `Max-Age`.
    ///   - secure: Nil is automatic: on, except for localhost. Where a rule demands it (`__Host-`,
    ///     `__Secure-`, `SameSite=None`, `partitioned`) automatic means on.
    ///   - httpOnly: Turn it off only for a cookie that a script must read.
    ///   - sameSite: `.lax` by default.
    ///   - partitioned: Turn it on for cookies of embedded content.
    /// - Throws: ``SetCookieError``, which names the cookie and never shows its value.
    public init(
        _ name: String,
        _ value: String,
        path: String? = "/",
        domain: String? = nil,
        maxAge: Duration? = nil,
        expires: HTTPDate? = nil,
        secure: Bool? = nil,
        httpOnly: Bool = true,
        sameSite: SameSite? = .lax,
        partitioned: Bool = false
    ) throws(SetCookieError) {
        let needsSecure = try SetCookieRules.check(
            name: name, value: value, path: path, domain: domain, secure: secure,
            sameSite: sameSite, partitioned: partitioned)
        self.name = name
        self.value = value
        self.path = path
        self.domain = domain
        self.maxAge = maxAge
        self.expires = expires
        self.secure = needsSecure ? true : secure
        self.httpOnly = httpOnly
        self.sameSite = sameSite
        self.partitioned = partitioned
    }

    /// A cookie that makes the browser forget the one called `name`.
    ///
    /// A browser only replaces a cookie of the same name, domain and path (and partition), so give
    /// the ones it was set with.
    ///
    /// - Parameters:
    ///   - name: The cookie to delete.
    ///   - path: The path it was set with.
    ///   - domain: The domain it was set with.
    ///   - partitioned: Whether it was set with `partitioned`.
    /// - Returns: A cookie without a value that has expired.
    /// - Throws: ``SetCookieError`` for an invalid name, path or domain.
    public static func deleting(
        _ name: String, path: String? = "/", domain: String? = nil, partitioned: Bool = false
    ) throws(SetCookieError) -> SetCookie {
        try SetCookie(
            name, "", path: path, domain: domain, maxAge: .zero,
            expires: HTTPDate(secondsSince1970: 0), partitioned: partitioned)
    }

    /// The value of the `Set-Cookie` field.
    ///
    /// - Parameter secureDefault: What an automatic ``secure`` means for this answer: false only
    ///   when the request came to localhost without TLS.
    /// - Returns: Name, value and attributes, as one line.
    public func fieldValue(secureDefault: Bool) -> String {
        var text = "\(name)=\(value)"
        if let maxAge { text += "; Max-Age=\(Self.wholeSeconds(maxAge))" }
        if let expires { text += "; Expires=\(expires)" }
        if let domain { text += "; Domain=\(domain)" }
        if let path { text += "; Path=\(path)" }
        if secure ?? secureDefault { text += "; Secure" }
        if httpOnly { text += "; HttpOnly" }
        if let sameSite { text += "; SameSite=\(sameSite.rawValue)" }
        if partitioned { text += "; Partitioned" }
        return text
    }

    /// Rounds up, since half a second rounded down would be zero, which deletes the cookie.
    private static func wholeSeconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        guard attoseconds > 0 else { return max(seconds, 0) }
        let (rounded, overflow) = seconds.addingReportingOverflow(1)
        return overflow ? .max : max(rounded, 0)
    }
}
