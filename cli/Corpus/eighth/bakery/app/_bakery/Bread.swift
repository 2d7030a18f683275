import Fledge

@Schema struct Bread: Codable, Hashable, Sendable {
    var slug: String
    var name: String
    var cents: Int
    var hidden = false
}

/// What somebody wants to find on the counter.
@Schema struct Preorder: Codable, Hashable, Sendable, Identifiable {
    @Schema enum State: String, Codable, Sendable { case placed, baked, collected, cancelled }

    var id: Int
    var customer: String
    var lines: [Line]
    var slot: Int
    var cents: Int
    var state: State

    @Schema struct Line: Codable, Hashable, Sendable {
        var slug: String
        @Field(.range(1...30)) var pieces: Int
    }
}

@Schema struct NewPreorder: Sendable {
    @Field(.length(1...60)) var customer: String
    @Field(.items(1...12)) var lines: [Preorder.Line]
    /// Full hours.
    @Field(.range(6...18)) var slot: Int
}

enum BakeryError: Error, Equatable {
    case noBread(String)
    case noPreorder(Int)
    case slotFull(Int)
    case tooLate(Preorder.State)
    case invalid(String)
}
