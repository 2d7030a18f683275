// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A rule for text.
///
///     @Field(.length(1...80))              var name: String
///     @Field(.pattern("^[A-Z]{3}-[0-9]+$")) var code: String
///     @Field(.email)                       var email: String?
///     @Field(.each(.oneOf("red", "blue"))) var colors: [String]
public struct StringRule: Sendable {
    @usableFromInline enum Kind: Sendable {
        case length(RuleLimits<Int>)
        case pattern(StaticString, message: StaticString?)
        case email
        case url(schemes: [String])
        case uuid
        case oneOf([String])
    }

    @usableFromInline let kind: Kind

    @inlinable init(kind: Kind) { self.kind = kind }

    /// How many characters there may be: Unicode scalars, as JSON Schema counts (RFC 8259).
    ///
    /// `é` is one or two of them, a family emoji up to eleven. Trailing and leading spaces count.
    /// Code `length`.
    @inlinable public static func length(_ range: some RuleRange<Int>) -> StringRule {
        StringRule(kind: .length(range.limits.closed))
    }

    /// How many characters there must be: Unicode scalars.
    ///
    /// Code `length`.
    @inlinable public static func length(_ count: Int) -> StringRule {
        StringRule(kind: .length(.init(least: count, most: count)))
    }

    /// A regular expression that is found in the text; write `^` and `$` for the whole text.
    ///
    /// It is the part of ECMA-262 that JSON Schema recommends, without what could take for ever
    /// (backreferences, look-around). `@Schema` checks it when it compiles. Code `pattern`.
    ///
    /// - Parameters:
    ///   - pattern: The regular expression.
    ///   - message: What the text must be, for people: `"must be a postcode such as 8001"`. Otherwise they
    ///     read the pattern.
    /// - Returns: The rule.
    @inlinable public static func pattern(
        _ pattern: StaticString, _ message: StaticString? = nil
    ) -> StringRule {
        StringRule(kind: .pattern(pattern, message: message))
    }

    /// An e-mail address, as `<input type="email">` takes it (HTML, 4.10.5.1.5): ASCII, without
    /// quotes and comments, at most 254 bytes.
    ///
    /// Whether somebody reads it, only a message to it can tell. Code `email`.
    @inlinable public static var email: StringRule { StringRule(kind: .email) }

    /// An absolute `http` or `https` URL with a host.
    ///
    /// Code `url`.
    ///
    /// A server that fetches it must check more: where the host leads is not looked at.
    @inlinable public static var url: StringRule { url("https", "http") }

    /// An absolute URL with one of these schemes, in lower case, and a host.
    ///
    /// Code `url`.
    @inlinable public static func url(_ schemes: String...) -> StringRule {
        StringRule(kind: .url(schemes: schemes))
    }

    /// The 36 characters of a UUID (RFC 9562), in either case.
    ///
    /// Code `uuid`.
    ///
    /// A property of type `UUID` needs no rule.
    @inlinable public static var uuid: StringRule { StringRule(kind: .uuid) }

    /// One of these texts.
    ///
    /// Code `enum`.
    @inlinable public static func oneOf(_ texts: String...) -> StringRule {
        StringRule(kind: .oneOf(texts))
    }
}

extension String: Constrained {
    /// Rules for text.
    public typealias Rule = StringRule

    /// Whether the text keeps the rule.
    @inlinable public func keeps(_ rule: StringRule) -> Bool {
        switch rule.kind {
        case .length(let limits): isWithin(limits)
        case .oneOf(let texts): texts.contains(self)
        case .pattern(let pattern, _): PatternCache.matches(pattern, self)
        case .email: TextFormat.isEmail(self)
        case .url(let schemes): TextFormat.isURL(self, schemes: schemes)
        case .uuid: TextFormat.isUUID(self)
        }
    }

    /// Counts only when the number of bytes leaves it open: a scalar has one to four.
    @inlinable func isWithin(_ limits: RuleLimits<Int>) -> Bool {
        let bytes = utf8.count
        let (least, most) = (limits.least ?? 0, limits.most ?? .max)
        if bytes <= most, (bytes + 3) / 4 >= least { return true }
        if bytes < least || (bytes + 3) / 4 > most { return false }
        return limits.contains(scalarCount)
    }

    @usableFromInline var scalarCount: Int {
        // Continuation bytes are no beginning of a scalar.
        utf8.count { $0 & 0xC0 != 0x80 }
    }
}
