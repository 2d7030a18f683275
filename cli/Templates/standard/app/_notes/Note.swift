import Fledge

/// A note, as it is kept and sent.
@Schema struct Note: Hashable, Sendable, Identifiable {
    let id: Int
    var title: String
    var text: String
}

/// What it takes to write one.
@Schema struct NewNote: Hashable, Sendable {
    /// No two notes have the same.
    @Field(.length(1...100)) var title: String
    @Field(.length(...10_000)) var text: String = ""
}

/// What the service refuses.
enum NoteError: Error, Equatable {
    case notFound(Note.ID)
    case titleTaken(String)
}
