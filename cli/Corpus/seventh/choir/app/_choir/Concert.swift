import FledgeSchema
import Foundation

@Schema struct Concert: Hashable, Sendable {
    @Schema enum State: String { case draft, confirmed, cancelled }

    var id: Int
    var title: String
    var day: Date
    /// How many stand side by side.
    var width: Int
    var state: State
}

@Schema struct NewConcert: Sendable {
    @Field(.length(1...100)) var title: String
    var day: Date
    @Field(.range(4...40)) var width: Int
    var songs: [String]
}
