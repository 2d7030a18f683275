import FledgeData
import TemplateAppServices

/// Notes in a database, whose migrations have been applied.
package struct SQLNoteStore: NoteStore {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package func list() async throws -> [Note] {
        try await database.query("SELECT * FROM notes ORDER BY id", as: Note.self)
    }

    package func add(_ new: NewNote) async throws -> Note {
        do {
            return try await database.one(
                "INSERT INTO notes (title, text) VALUES (\(new.title), \(new.text)) RETURNING *",
                as: Note.self)
        } catch let error as DatabaseError where error.code == .uniqueViolation {
            throw NoteError.titleTaken(new.title)
        }
    }

    package func find(_ id: Note.ID) async throws -> Note? {
        try await database.first("SELECT * FROM notes WHERE id = \(id)", as: Note.self)
    }

    package func remove(_ id: Note.ID) async throws -> Bool {
        try await database.execute("DELETE FROM notes WHERE id = \(id)").changes == 1
    }
}
