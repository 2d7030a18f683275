import Fledge
import FledgeTesting
import TemplateAppServices
import TemplateAppWeb
import Testing

/// The whole app, in the process and over a socket.
@Suite struct NotesAPITests {
    private func makeTestApp() -> App {
        makeApp(
            services: Services(notes: NoteService(store: InMemoryNoteStore())),
            environment: Environment(mode: .test))
    }

    @Test(arguments: TestDepth.allCases)
    func `a note is written, read and removed`(depth: TestDepth) async throws {
        try await makeTestApp().test(depth) { client in
            let created = try await client.post("/api/notes", json: NewNote(title: "Swifts"))
                .expect(.created)
            #expect(created.headers[.location] == "/api/notes/1")
            try await client.get("/api/notes/1")
                .expect(json: ["id": 1, "title": "Swifts", "text": ""])
            try await client.delete("/api/notes/1").expect(.noContent)
            try await client.get("/api/notes/1").expectProblem(.notFound, code: "not_found")
        }
    }

    @Test func `a note without a title is refused, with the place`() async throws {
        try await makeTestApp().test { client in
            try await client.post("/api/notes", json: ["text": "no title"])
                .expectProblem(.unprocessableContent, pointer: "/title", code: "missing")
        }
    }
}
