/// What routes may use. Their stored properties are filled from here by name.
package struct Services: Sendable {
    package let notes: NoteService

    package init(notes: NoteService) {
        self.notes = notes
    }
}
