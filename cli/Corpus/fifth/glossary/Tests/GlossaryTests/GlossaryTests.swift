import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Glossary

@Suite(.database(migrations: "migrations")) struct GlossaryTests {
    func withApp(_ body: (TestClient) async throws -> Void) async throws {
        let services = Services(store: SQLTermStore(try TestDatabase.current))
        let app = App(environment: Environment(mode: .test, values: [:]))
        FileRoutes.mount(on: app, services: services)
        try await app.test { try await body($0) }
    }

    @Test func `a renamed term is found by its old name`() async throws {
        try await withApp { client in
            let input = TermInput(title: "Type Erasure", text: "Hides a type.")
            try await client.post("/terms", json: input).expect(.created)
            try await client.post("/terms", json: input).expectProblem(.conflict, code: "taken")
            let renamed = TermInput(title: "Existential", text: "Hides a type.")
            try await client.put("/terms/type-erasure", json: renamed).expect(.ok)
            let old = try await client.get("/terms/type-erasure").expect(.movedPermanently)
            #expect(old.headers[.location] == "/terms/existential")
            let shouted = try await client.get("/terms/EXISTENTIAL").expect(.movedPermanently)
            #expect(shouted.headers[.location] == "/terms/existential")
            let term = try await client.get("/terms/existential").expect(.ok)
            let tag = term.headers[.eTag] ?? ""
            try await client.get("/terms/existential", headers: [.ifNoneMatch: tag])
                .expect(.notModified)
            #expect(try await client.get("/sitemap").text.contains("/terms/existential</loc>"))
            try await client.get("/terms/nothing").expectProblem(.notFound)
        }
    }

    @Test func `titles count more than texts`() async throws {
        try await withApp { client in
            for (title, text) in [("Actor", "Has a mailbox."), ("Mailbox", "Of an actor.")] {
                try await client.post("/terms", json: TermInput(title: title, text: text))
                    .expect(.created)
            }
            let found = try await client.get("/terms?q=mailbox").json([Term].self)
            #expect(found.map(\.slug) == ["mailbox", "actor"])
        }
    }
}
