import Fledge
import TemplateAppServices

@Route struct NotesRoute {
    let notes: NoteService

    /// All notes.
    func GET() async throws -> [Note] {
        try await notes.list()
    }

    /// A new note.
    ///
    /// - Throws: 409 when another note has the title.
    func POST(body: NewNote) async throws -> Created<Note> {
        let note = try await notes.create(body)
        return Created(note, at: "/api/notes/\(note.id)")
    }
}
