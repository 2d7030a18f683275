// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeServer
import Foundation
import ProcessTesting
import Testing

@testable import FledgeTestingTLS

/// A client that shares no code with the server, and TLS of another make.
@Suite struct CurlTests {
    @Test func `curl trusts the certificate, and gets the answer`() async throws {
        try await withSecureServer { server in
            let file = FileManager.default.temporaryDirectory.appending(
                component: "\(UUID().uuidString).pem")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(TestCertificate.certificate.utf8).write(to: file)
            let url = "https://localhost:\(server.port)/"
            let good = try await curl([
                "--cacert", file.path, "--write-out", " %{http_version} %{ssl_verify_result}", url,
                url,
            ])
            #expect(good == "ok 1.1 0ok 1.1 0")
            #expect(try await curl([url]) == nil)
            #expect(try await curl(["http://localhost:\(server.port)/"]) == nil)
            #expect(try await curl(["--cacert", file.path, "--tls-max", "1.1", url]) == nil)
        }
    }

    /// What it prints; `nil` when it fails.
    private func curl(_ arguments: [String]) async throws -> String? {
        let outcome = try await Program("curl").run(
            ["--silent", "--ipv4", "--noproxy", "*"] + arguments)
        return outcome.status == 0 ? outcome.output : nil
    }
}
