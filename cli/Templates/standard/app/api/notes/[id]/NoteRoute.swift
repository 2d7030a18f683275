import Fledge

@Route struct NoteRoute {
    let notes: NoteService

    /// One note.
    ///
    /// - Throws: 404 when there is no such note.
    func GET(id: Note.ID) async throws -> Note {
        try await notes.find(id)
    }

    /// Removes a note.
    ///
    /// - Throws: 404 when there is no such note.
    func DELETE(id: Note.ID) async throws {
        try await notes.remove(id)
    }
}
