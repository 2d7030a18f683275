import FledgeDataTesting
import Testing

@testable import TemplateApp

/// The rules, each test with a database of its own.
@Suite struct NoteServiceTests {
    @Test(.database(migrations: "migrations"))
    func `a note is kept as it was written`() async throws {
        let notes = NoteService(database: try TestDatabase.current)
        let note = try await notes.create(NewNote(title: "Swifts", text: "They sleep in the air."))
        #expect(note.title == "Swifts")
        #expect(try await notes.find(note.id) == note)
        #expect(try await notes.list() == [note])
    }

    @Test(.database(migrations: "migrations"))
    func `a title is taken once`() async throws {
        let notes = NoteService(database: try TestDatabase.current)
        _ = try await notes.create(NewNote(title: "Swifts"))
        await #expect(throws: NoteError.titleTaken("Swifts")) {
            try await notes.create(NewNote(title: "Swifts"))
        }
    }

    @Test(.database(migrations: "migrations"))
    func `a note that is removed is gone`() async throws {
        let notes = NoteService(database: try TestDatabase.current)
        let note = try await notes.create(NewNote(title: "Swifts"))
        try await notes.remove(note.id)
        await #expect(throws: NoteError.notFound(note.id)) { try await notes.find(note.id) }
        await #expect(throws: NoteError.notFound(note.id)) { try await notes.remove(note.id) }
    }
}
