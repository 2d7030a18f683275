import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import TemplateApp

/// The whole app, in the process and over a socket.
@Suite struct NotesAPITests {
    private func makeApp() throws -> App {
        let app = App(environment: Environment(mode: .test))
        let services = Services(notes: NoteService(database: try TestDatabase.current))
        FileRoutes.mount(on: app, services: services)
        return app
    }

    @Test(.database(migrations: "migrations"), arguments: TestDepth.allCases)
    func `a note is written, read and removed`(depth: TestDepth) async throws {
        try await makeApp().test(depth) { client in
            let created = try await client.post("/api/notes", json: NewNote(title: "Swifts"))
                .expect(.created)
            #expect(created.headers[.location] == "/api/notes/1")
            try await client.get("/api/notes/1")
                .expect(json: ["id": 1, "title": "Swifts", "text": ""])
            try await client.delete("/api/notes/1").expect(.noContent)
            try await client.get("/api/notes/1").expectProblem(.notFound, code: "not_found")
        }
    }

    @Test(.database(migrations: "migrations"))
    func `a note without a title is refused, with the place`() async throws {
        try await makeApp().test { client in
            try await client.post("/api/notes", json: ["text": "no title"])
                .expectProblem(.unprocessableContent, pointer: "/title", code: "missing")
        }
    }
}
