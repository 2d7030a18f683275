// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import FledgeTesting
import HTTPTypes
import NIOCore
import NIOSSL
import Testing

@testable import FledgeTLS
@testable import FledgeTestingTLS

/// What a client and a server agree on.
@Suite struct SpokenTLSTests {
    @Test(arguments: [TLSVersion.tlsv12, .tlsv13])
    func `TLS 1.2 and 1.3 are spoken, with HTTP/1.1 inside`(version: TLSVersion) async throws {
        try await withSecureServer { server in
            try await withTalk(server) { configuration in
                configuration.minimumTLSVersion = version
                configuration.maximumTLSVersion = version
                configuration.applicationProtocols = ["h2", "http/1.1"]
            } _: { talk in
                try await talk.send("GET / HTTP/1.1\nHost: a\n\n")
                let head = try await talk.text(to: "\r\n\r\n")
                #expect(head.hasPrefix("HTTP/1.1 200 OK"))
                _ = try await talk.text(to: "ok")
                #expect(try await talk.channel.nioSSL_tlsVersion().get() == version)
                #expect(talk.agreed.protocolName == "http/1.1")
            }
        }
    }

    @Test(arguments: [
        (TLSOptions.Version.tls12, TLSVersion.tlsv11), (.tls13, .tlsv12),
    ])
    func `an older version is refused`(least: TLSOptions.Version, spoken: TLSVersion) async throws {
        var options = TestCertificate.options
        options.minimumVersion = least
        try await withSecureServer(options) { server in
            await #expect(throws: (any Error).self) {
                try await withTalk(server) { configuration in
                    configuration.minimumTLSVersion = .tlsv1
                    configuration.maximumTLSVersion = spoken
                } _: { talk in
                    try await talk.send("GET / HTTP/1.1\nHost: a\n\n")
                    _ = try await talk.text(to: "ok")
                }
            }
            // And the server goes on.
            try await withTalk(server) { talk in
                try await talk.send("GET / HTTP/1.1\nHost: a\n\n")
                _ = try await talk.text(to: "ok")
            }
        }
    }

    @Test func `a client that does not know the certificate does not talk`() async throws {
        try await withSecureServer { server in
            await #expect(throws: (any Error).self) {
                try await withTalk(server) {
                    $0.trustRoots = .certificates([])
                } _: { talk in
                    try await talk.send("GET / HTTP/1.1\nHost: a\n\n")
                    _ = try await talk.text(to: "ok")
                }
            }
        }
    }

    @Test func `many requests share a connection, and large bodies come whole`() async throws {
        let size = 1 << 20
        try await withSecureServer {
            $0.limits.body = .mebibytes(2)
            $0.post("/size") { request in "\(try await request.body.collect().readableBytes)." }
            $0.get("/large") { _ in Response.text(String(repeating: "a", count: size) + ".") }
        } _: { server in
            try await withTalk(server) { talk in
                for _ in 0..<2 {
                    try await talk.send(
                        "POST /size HTTP/1.1\nHost: a\nContent-Length: \(size)\n\n")
                    try await talk.send(String(repeating: "b", count: size))
                    #expect(try await talk.text(to: "\(size).").contains("200 OK"))
                    try await talk.send("GET /large HTTP/1.1\nHost: a\n\n")
                    _ = try await talk.text(to: "\r\n\r\n")
                    #expect(try await talk.text(to: ".").utf8.count == size + 1)
                }
            }
        }
    }

    @Test func `a server tells that it speaks TLS`() throws {
        let app = App(mode: .test)
        let service = try app.service(port: 8443, tls: TestCertificate.options)
        #expect("\(service)" == "HTTPService(https://127.0.0.1:8443)")
    }
}
