import FledgeSchema

/// A note, as it is kept and sent.
@Schema package struct Note: Hashable, Sendable, Identifiable {
    package let id: Int
    package var title: String
    package var text: String

    package init(id: Int, title: String, text: String) {
        self.id = id
        self.title = title
        self.text = text
    }
}

/// What it takes to write one.
@Schema package struct NewNote: Hashable, Sendable {
    /// No two notes have the same.
    @Field(.length(1...100)) package var title: String
    @Field(.length(...10_000)) package var text: String = ""

    package init(title: String, text: String = "") {
        self.title = title
        self.text = text
    }
}

/// What the service refuses.
package enum NoteError: Error, Equatable {
    case notFound(Note.ID)
    case titleTaken(String)
}
