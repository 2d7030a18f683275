import Fledge
import FledgeTesting
import Testing

@testable import Petition

@Suite struct PetitionTests {
    let mailer = OutboxMailer()

    private func browse(_ body: (TestClient) async throws -> Void) async throws {
        try await makeApp(Services(mailer: mailer)).test { try await body($0) }
    }

    @Test func `a signature counts when its mail was answered`() async throws {
        try await browse { client in
            let form: Fields = [.contentType: "application/x-www-form-urlencoded"]
            let signed = try await client.send(
                .post, "/p/save-the-lake", headers: form, body: "name=Ada&email=ada%40example.com")
            #expect(signed.headers[.location] == "/p/save-the-lake?signed=1")
            let mail = try #require(await mailer.sent.first)
            let link = try #require(mail.split(separator: " ").last.map(String.init))
            #expect(try await client.get(link).text.contains("1 signature."))
            try await client.get(link).expect(.gone)
        }
    }

    @Test func `pages are found, also by their old names`() async throws {
        try await browse { client in
            #expect(try await client.get("/").text.contains("/p/save-the-lake"))
            try await client.get("/p/save-the-lake").expect(.ok)
            try await client.get("/p/save-lake").expect(.permanentRedirect)
            try await client.get("/p/none").expectProblem(.notFound)
        }
    }

    @Test func `chat programs get a preview`() async throws {
        try await browse { client in
            let preview = try await client.get(
                "/api/preview?url=https://petition.example/p/save-the-lake&maxwidth=320")
            #expect(try preview.member("height") == 180)
            try await client.get("/api/preview?url=x&format=xml").expectProblem(.notImplemented)
        }
    }
}
