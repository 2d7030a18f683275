// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOSSL

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads certificates and keys, and notes everything that is wrong with them.
struct PEMReader {
    private(set) var mistakes: [String] = []

    /// Reads a chain of certificates; an empty one with a mistake noted where there is none.
    mutating func certificates(_ source: TLSOptions.Source) -> [NIOSSLCertificate] {
        guard let text = text(source, "certificate") else { return [] }
        let chain = (try? NIOSSLCertificate.fromPEMBytes(Array(text.utf8))) ?? []
        guard let leaf = chain.first else {
            let looksLikeKey = text.contains("PRIVATE KEY-----")
            mistakes.append(
                looksLikeKey
                    ? "\(source) holds a key, and the certificate is wanted. Are the two swapped?"
                    : "\(source) holds no certificate in PEM form (-----BEGIN CERTIFICATE-----). "
                        + "Convert it: openssl x509 -inform der -in FILE -out cert.pem")
            return []
        }
        checkDates(of: leaf, source)
        return chain
    }

    /// Reads a private key; `nil` with a mistake noted where there is none.
    mutating func privateKey(_ source: TLSOptions.Source) -> NIOSSLPrivateKey? {
        guard let text = text(source, "key") else { return nil }
        if text.contains("ENCRYPTED") {
            mistakes.append(
                "\(source) is protected by a password, which nobody can type when a server starts. "
                    + "Take it off: openssl pkey -in FILE -out key.pem; and guard the file instead."
            )
            return nil
        }
        if let key = try? NIOSSLPrivateKey(bytes: Array(text.utf8), format: .pem) { return key }
        mistakes.append(
            text.contains("BEGIN CERTIFICATE")
                ? "\(source) holds a certificate, and its key is wanted. Are the two swapped?"
                : "\(source) holds no private key in PEM form (-----BEGIN PRIVATE KEY-----). "
                    + "Convert it: openssl pkey -inform der -in FILE -out key.pem")
        return nil
    }

    private mutating func text(_ source: TLSOptions.Source, _ what: String) -> String? {
        switch source {
        case .text(let text):
            return text
        case .file(let path):
            do {
                return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
            } catch {
                let isThere = FileManager.default.fileExists(atPath: path)
                mistakes.append(
                    isThere
                        ? "The \(what) file '\(path)' cannot be read. Let the user that runs the "
                            + "server read it (chown, chmod 400)."
                        : "The \(what) file '\(path)' is not there. It is looked for from the "
                            + "working directory; start the server there or give a full path.")
                return nil
            }
        }
    }

    /// With one that is over or has yet to begin, every client would refuse to talk.
    private mutating func checkDates(of leaf: NIOSSLCertificate, _ source: TLSOptions.Source) {
        let now = Date()
        let begin = Date(timeIntervalSince1970: TimeInterval(leaf.notValidBefore))
        let end = Date(timeIntervalSince1970: TimeInterval(leaf.notValidAfter))
        if end < now {
            mistakes.append("\(source) has expired on \(end.formatted(.iso8601)). Renew it.")
        } else if begin > now {
            mistakes.append(
                "\(source) is not valid before \(begin.formatted(.iso8601)). Is the clock of this "
                    + "machine right?")
        }
    }
}

extension TLSOptions.Source: CustomStringConvertible {
    package var description: String {
        switch self {
        case .file(let path): "'\(path)'"
        case .text: "The text given"
        }
    }
}
