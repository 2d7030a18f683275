// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The certificate a server shows, its key, and the oldest version of TLS that it speaks.
///
///     TLSOptions(certificate: "cert.pem", key: "key.pem")
///
/// Both are PEM files, as `certbot` writes them (`fullchain.pem`, `privkey.pem`). Nothing is read
/// before the server starts.
public struct TLSOptions: Sendable {
    /// A version of TLS.
    public enum Version: Sendable, Hashable {
        /// TLS 1.2 (RFC 5246).
        case tls12
        /// TLS 1.3 (RFC 8446).
        case tls13
    }

    /// Where PEM text comes from.
    package enum Source: Sendable {
        case file(String)
        case text(String)
    }

    let certificate: Source
    let key: Source

    /// The oldest version that is spoken; ``Version/tls12`` unless told.
    public var minimumVersion: Version

    /// Creates options from two files.
    ///
    /// - Parameters:
    ///   - certificate: The path of the certificate, followed in the same file by those that lead to
    ///     one that clients know (the chain).
    ///   - key: The path of its private key, without a password.
    ///   - minimumVersion: Older versions are refused.
    public init(certificate: String, key: String, minimumVersion: Version = .tls12) {
        self.init(.file(certificate), key: .file(key), minimumVersion: minimumVersion)
    }

    package init(_ certificate: Source, key: Source, minimumVersion: Version = .tls12) {
        self.certificate = certificate
        self.key = key
        self.minimumVersion = minimumVersion
    }
}
