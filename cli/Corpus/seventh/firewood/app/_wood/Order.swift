import FledgeSchema
import Foundation

@Schema enum Wood: String { case beech, oak, spruce }

@Schema struct Order: Hashable, Sendable {
    var id: Int
    var household: String
    var zip: String
    var wood: Wood
    /// Cubic metres, stacked.
    var steres: Int
    /// Cents.
    var price: Int
    var placed: Date
    var delivered: Bool = false
}

@Schema struct NewOrder: Sendable {
    @Field(.length(3...60)) var household: String
    var zip: String
    var email: String
    var wood: Wood
    var steres: Int
    var length: Int
    @Field(.range(0...120)) var kilometres: Int
}

/// A change of the day on which somebody is at home.
@Schema struct Reschedule: Sendable {
    var from: Date
    var until: Date
}

enum OrderError: Error, Equatable { case unknown, delivered }
