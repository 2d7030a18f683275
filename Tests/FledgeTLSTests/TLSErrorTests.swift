// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeServer
import Testing

@testable import FledgeTLS
@testable import FledgeTestingTLS

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is wrong with a certificate is told before a socket opens, all of it at once.
@Suite struct TLSErrorTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var options: TLSOptions
        var says: [String]
    }

    private static let certificate = TestCertificate.certificate
    private static let key = TestCertificate.key

    static let rows = [
        Row(
            testDescription: "no files",
            options: TLSOptions(certificate: "nowhere/cert.pem", key: "nowhere/key.pem"),
            says: [
                "'nowhere/cert.pem' is not there", "'nowhere/key.pem' is not there", "full path",
            ]
        ),
        Row(
            testDescription: "a folder", options: TLSOptions(certificate: ".", key: "."),
            says: ["certificate file '.' cannot be read", "key file '.' cannot be read", "chown"]),
        Row(
            testDescription: "swapped", options: TLSOptions(.text(key), key: .text(certificate)),
            says: [
                "holds a key, and the certificate is wanted", "holds a certificate, and its key",
            ]
        ),
        Row(
            testDescription: "no PEM", options: TLSOptions(.text("\u{1}"), key: .text("x")),
            says: ["no certificate in PEM form", "openssl x509", "no private key in PEM form"]),
        Row(
            testDescription: "a broken certificate",
            options: TLSOptions(.text(String(certificate.dropLast(200))), key: .text(key)),
            says: ["no certificate in PEM form"]),
        Row(
            testDescription: "a key with a password",
            options: TLSOptions(
                .text(certificate), key: .text("-----BEGIN ENCRYPTED PRIVATE KEY-----")),
            says: ["protected by a password", "openssl pkey"]),
        Row(
            testDescription: "a key of another certificate",
            options: TLSOptions(.text(certificate), key: .text(Self.otherKey)),
            says: ["is not the key of"]),
        Row(
            testDescription: "an old certificate",
            options: TLSOptions(.text(Self.expired), key: .text(key)),
            says: ["has expired on 2021-01-01T00:00:00Z", "Renew it"]),
        Row(
            testDescription: "one of the future",
            options: TLSOptions(.text(Self.future), key: .text(key)),
            says: ["is not valid before 2118-01-01T00:00:00Z", "clock"]),
    ]

    @Test(arguments: rows) func `it says what is wrong and what to do`(row: Row) async throws {
        let app = App(mode: .test)
        let error = await #expect(throws: TLSError.self) {
            try await app.listen(port: 0, tls: row.options)
        }
        for text in row.says {
            #expect(error?.description.contains(text) == true, "\(error?.description ?? "")")
        }
    }

    @Test func `files that will do are read`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            component: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["cert.pem": Self.certificate, "key.pem": Self.key]
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(component: name))
        }
        let options = TLSOptions(
            certificate: folder.appending(component: "cert.pem").path,
            key: folder.appending(component: "key.pem").path)
        try await withSecureServer(options) { server in
            try await withTalk(server) { talk in
                try await talk.send("GET / HTTP/1.1\nHost: a\n\n")
                _ = try await talk.text(to: "ok")
            }
        }
    }
}
