import FledgeSchema
import Foundation

/// One run of a kiln.
@Schema struct Firing: Hashable, Sendable {
    @Schema enum State: String { case open, sealed, cooling, unloaded }

    var id: Int
    var kiln: String
    /// Degrees Celsius at the top of the curve.
    var peak: Int
    var loads: Date
    var unloads: Date
    var state: State = .open
    var pieces: [Piece] = []
}

@Schema struct Piece: Hashable, Sendable {
    @Field(.length(1...60)) var potter: String
    /// Centimetres.
    @Field(.range(1...80)) var height: Int
    /// The hottest that its glaze stands.
    @Field(.range(600...1400)) var limit: Int
}

@Schema struct NewFiring: Sendable {
    @Field(.pattern("^[a-z]+-[0-9]{1,2}$")) var kiln: String
    @Field(.range(600...1320), .multipleOf(5)) var peak: Int
    var loads: Date
    var unloads: Date

    /// Two members together: no rule of one says it.
    func validate(into violations: inout Violations) {
        if unloads <= loads {
            violations.add("unloads", code: "order", "must be after the loading")
        }
    }
}

enum FiringError: Error, Equatable {
    case unknown(Int)
    case sealed(Int)
    case tooHot(limit: Int, peak: Int)
    case full
    case overlaps(Int)
}
