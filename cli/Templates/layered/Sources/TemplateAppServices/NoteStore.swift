/// Keeps notes. The database has one, and tests have one in memory.
package protocol NoteStore: Sendable {
    /// All notes, in the order in which they were written.
    func list() async throws -> [Note]

    /// Adds a note. Throws `NoteError.titleTaken`, decided at the moment of the insert.
    func add(_ new: NewNote) async throws -> Note

    func find(_ id: Note.ID) async throws -> Note?

    /// Removes a note; false if there is none.
    func remove(_ id: Note.ID) async throws -> Bool
}
