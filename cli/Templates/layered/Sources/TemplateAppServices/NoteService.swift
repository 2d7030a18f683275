/// The rules for notes.
package struct NoteService: Sendable {
    private let store: any NoteStore

    package init(store: any NoteStore) {
        self.store = store
    }

    /// All notes, in the order in which they were written.
    package func list() async throws -> [Note] {
        try await store.list()
    }

    /// Keeps a note. Throws `NoteError.titleTaken`.
    package func create(_ new: NewNote) async throws -> Note {
        try await store.add(new)
    }

    /// One note. Throws `NoteError.notFound`.
    package func find(_ id: Note.ID) async throws -> Note {
        guard let note = try await store.find(id) else { throw NoteError.notFound(id) }
        return note
    }

    /// Removes a note. Throws `NoteError.notFound`.
    package func remove(_ id: Note.ID) async throws {
        guard try await store.remove(id) else { throw NoteError.notFound(id) }
    }
}
