import Fledge

/// A call-out or a piece of work in the shop.
@Schema struct Job: Codable, Hashable, Sendable, Identifiable {
    @Schema enum Kind: String, Codable, Sendable { case lockout, cylinder, safe, keyCopy }
    @Schema enum State: String, Codable, Sendable { case open, assigned, done }

    var id: Int
    var kind: Kind
    var street: String
    var postcode: String
    var hour: Int
    var state: State
    var smith: String?
}

@Schema struct NewJob: Sendable {
    var kind: Job.Kind
    var street: String
    var postcode: String
    var hour: Int
}

enum JobError: Error, Equatable {
    case unknown(Int)
    case taken(by: String)
}
