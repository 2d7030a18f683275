// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A kind of credential, as the document of the API names it.
///
/// It changes nothing in what is accepted: the middleware or the bindable that says it does the checking.
public struct SecurityScheme: Sendable, Hashable {
    /// How the credential is sent.
    public enum Form: Sendable, Hashable {
        /// `Authorization: Bearer …` (RFC 6750), with a hint at what the token is.
        case bearer(format: String?)
        /// `Authorization: Basic …` (RFC 7617).
        case basic
        /// A header field of its own.
        case header(String)
        /// A cookie.
        case cookie(String)
    }

    /// Its name in the document: letters, digits, `-`, `_` and `.`.
    public var name: String
    /// How it is sent.
    public var form: Form
    /// How to get one.
    public var details: String?

    /// Describes a credential.
    public init(_ name: String, _ form: Form, details: String? = nil) {
        self.name = name
        self.form = form
        self.details = details
    }

    /// A token in the field `Authorization`.
    ///
    /// - Parameters:
    ///   - format: A hint at what it is, such as `JWT`.
    ///   - details: How to get one.
    /// - Returns: The credential, called `bearer`.
    public static func bearer(format: String? = nil, details: String? = nil) -> SecurityScheme {
        SecurityScheme("bearer", .bearer(format: format), details: details)
    }

    /// Name and password in the field `Authorization`.
    public static func basic(details: String? = nil) -> SecurityScheme {
        SecurityScheme("basic", .basic, details: details)
    }

    /// A key in a header field: `.header("X-API-Key")`.
    public static func header(_ field: String, details: String? = nil) -> SecurityScheme {
        SecurityScheme(field, .header(field), details: details)
    }

    /// A cookie: `.cookie("session")`.
    public static func cookie(_ name: String, details: String? = nil) -> SecurityScheme {
        SecurityScheme(name, .cookie(name), details: details)
    }
}
