import FledgeData
import FledgeDataTesting
import TemplateAppDatabase
import TemplateAppServices
import Testing

/// What every store promises, in memory and in SQL: one that drifts fails here.
@Suite struct NoteStoreTests {
    enum Kind: CaseIterable {
        case memory, sql

        func make() throws -> any NoteStore {
            switch self {
            case .memory: InMemoryNoteStore()
            case .sql: SQLNoteStore(try TestDatabase.current)
            }
        }
    }

    @Test(.database(migrations: "migrations"), arguments: Kind.allCases)
    func `a note is kept until it is removed`(kind: Kind) async throws {
        let store = try kind.make()
        let note = try await store.add(NewNote(title: "Swifts", text: "They sleep in the air."))
        #expect(try await store.find(note.id) == note)
        #expect(try await store.list() == [note])
        #expect(try await store.remove(note.id))
        #expect(try await store.find(note.id) == nil)
        #expect(try await store.remove(note.id) == false)
    }

    @Test(.database(migrations: "migrations"), arguments: Kind.allCases)
    func `a title is taken once`(kind: Kind) async throws {
        let store = try kind.make()
        _ = try await store.add(NewNote(title: "Swifts"))
        await #expect(throws: NoteError.titleTaken("Swifts")) {
            try await store.add(NewNote(title: "Swifts"))
        }
    }

    @Test(.database(migrations: "migrations"), arguments: Kind.allCases)
    func `a number is never given twice`(kind: Kind) async throws {
        let store = try kind.make()
        let first = try await store.add(NewNote(title: "Swifts"))
        _ = try await store.remove(first.id)
        #expect(try await store.add(NewNote(title: "Larks")).id != first.id)
    }
}
