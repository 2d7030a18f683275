import Synchronization

/// Notes in memory, for tests. It passes the same tests as the one in SQL.
package final class InMemoryNoteStore: NoteStore {
    private let state = Mutex((notes: [Note](), lastID: 0))

    package init() {}

    package func list() async throws -> [Note] {
        state.withLock { $0.notes }
    }

    package func add(_ new: NewNote) async throws -> Note {
        try state.withLock { state in
            guard !state.notes.contains(where: { $0.title == new.title }) else {
                throw NoteError.titleTaken(new.title)
            }
            state.lastID += 1
            let note = Note(id: state.lastID, title: new.title, text: new.text)
            state.notes.append(note)
            return note
        }
    }

    package func find(_ id: Note.ID) async throws -> Note? {
        state.withLock { state in state.notes.first { $0.id == id } }
    }

    package func remove(_ id: Note.ID) async throws -> Bool {
        state.withLock { state in
            let count = state.notes.count
            state.notes.removeAll { $0.id == id }
            return state.notes.count < count
        }
    }
}
