// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import DatabaseTesting
import FledgeData
import FledgePostgres
import Foundation
import Testing

@testable import FledgeTestingTLS

/// `sslmode` is libpq's; these hold that it comes through, with a server that has a certificate.
@Suite(.requiresPostgres, .timeLimit(.minutes(5))) struct TLSTests {
    @Test func `each mode protects what it says, and refuses what it does not trust`() async throws
    {
        let server = try await PostgresServer(
            certificate: .init(
                certificate: TestCertificate.certificate, key: TestCertificate.key))
        let folder = FileManager.default.temporaryDirectory
        let root = folder.appending(path: "root-\(UUID().uuidString).pem")
        defer { try? FileManager.default.removeItem(at: root) }
        try TestCertificate.certificate.write(to: root, atomically: true, encoding: .utf8)
        let trusted = "sslrootcert=\(root.path)"

        #expect(try await isProtected(server.tcpURL("sslmode=disable")) == false)
        #expect(try await isProtected(server.tcpURL("sslmode=require")) == true)
        #expect(try await isProtected(server.tcpURL("sslmode=verify-ca&\(trusted)")) == true)
        #expect(try await isProtected(server.tcpURL("sslmode=verify-full&\(trusted)")) == true)

        // Nobody vouches for the certificate, and then it is another server's.
        let unknown = server.tcpURL("sslmode=verify-full&sslrootcert=system-not-there.pem")
        #expect(await refusal(unknown)?.contains("root certificate file") == true)
        let other = server.tcpURL(host: "db.example", "sslmode=verify-full&\(trusted)")
        #expect(await refusal(other)?.contains("does not match host name") == true)
        #expect(
            try await isProtected(
                server.tcpURL(host: "db.example", "sslmode=verify-ca&\(trusted)")) == true)
        try await server.end()
    }

    /// Whether the server says that the connection is encrypted.
    private func isProtected(_ url: String) async throws -> Bool {
        let database = try await Database.postgres(url: url)
        let isProtected = try await database.one(
            "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()", as: Bool.self)
        try await database.close()
        return isProtected
    }

    /// Why there is no connection.
    private func refusal(_ url: String) async -> String? {
        let error = await #expect(throws: DatabaseError.self) {
            try await Database.postgres(url: url)
        }
        #expect(error?.code == .connection)
        return error?.description
    }
}
#endif
