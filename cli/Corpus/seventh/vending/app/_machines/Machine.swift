import FledgeSchema
import Foundation

@Schema struct Machine: Hashable, Sendable {
    var serial: String
    var place: String
    var slots: Int
    var capacity: Int
    var sales: [Sale] = []
    /// Degrees Celsius.
    var temperature: Double = 4
}

@Schema struct Sale: Hashable, Sendable {
    var item: String
    /// Cents.
    var price: Int
    var at: Date
    var delivered: Bool
}

@Schema struct NewMachine: Sendable {
    var serial: String
    @Field(.length(1...80)) var place: String
    var slots: Int
}

@Schema struct NewClaim: Sendable {
    var serial: String
    @Field(.range(0...)) var sale: Int
    @Field(.email) var email: String
}

enum VendingError: Error, Equatable {
    case unknown
    case taken
    case invalid(String)
}
