import FledgeSchema
import Foundation

@Schema struct Job: Hashable, Sendable {
    @Schema enum State: String { case booked, packed, moved, cancelled }

    var id: Int
    var name: String
    var phone: String
    var day: Date
    var rooms: Int
    /// Cents.
    var price: Int
    var state: State
}

@Schema struct NewJob: Sendable {
    var name: String
    var phone: String
    var day: Date
    var rooms: Int
    var floors: Int = 0
    @Field(.range(0...2000)) var kilometres: Int
}

@Schema struct StateChange: Sendable { var state: Job.State }

enum JobError: Error, Equatable {
    case unknown
    case cannot(from: Job.State, to: Job.State)
}
