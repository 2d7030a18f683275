import FledgeData

/// The rules for notes. It knows nothing of the web, so a test calls it.
struct NoteService: Sendable {
    let database: Database

    /// All notes, in the order in which they were written.
    func list() async throws -> [Note] {
        try await database.query("SELECT * FROM notes ORDER BY id", as: Note.self)
    }

    /// Keeps a note.
    func create(_ new: NewNote) async throws -> Note {
        do {
            return try await database.one(
                "INSERT INTO notes (title, text) VALUES (\(new.title), \(new.text)) RETURNING *",
                as: Note.self)
        } catch let error as DatabaseError where error.code == .uniqueViolation {
            throw NoteError.titleTaken(new.title)
        }
    }

    /// One note.
    func find(_ id: Note.ID) async throws -> Note {
        let note = try await database.first(
            "SELECT * FROM notes WHERE id = \(id)", as: Note.self)
        guard let note else { throw NoteError.notFound(id) }
        return note
    }

    /// Removes a note.
    func remove(_ id: Note.ID) async throws {
        let removed = try await database.execute("DELETE FROM notes WHERE id = \(id)")
        guard removed.changes == 1 else { throw NoteError.notFound(id) }
    }
}
