import TemplateAppServices
import Testing

/// The rules, called as functions.
@Suite struct NoteServiceTests {
    private let notes = NoteService(store: InMemoryNoteStore())

    @Test func `a note is kept as it was written`() async throws {
        let note = try await notes.create(NewNote(title: "Swifts", text: "They sleep in the air."))
        #expect(note.title == "Swifts")
        #expect(try await notes.find(note.id) == note)
        #expect(try await notes.list() == [note])
    }

    @Test func `what is not there is said so`() async {
        await #expect(throws: NoteError.notFound(7)) { try await notes.find(7) }
        await #expect(throws: NoteError.notFound(7)) { try await notes.remove(7) }
    }
}
