import Fledge
import Foundation

@Schema struct Partner: Codable, Hashable, Sendable {
    var code: String
    var email: String
    var isBlocked: Bool
}

@Schema struct NewPartner: Sendable {
    var code: String
    @Field(.email) var email: String
}

@Schema struct Sale: Codable, Hashable, Sendable {
    var id: String
    var partner: String
    var cents: Int
    var soldAt: Date
    var isPaidOut: Bool
}

@Schema struct SaleEvent: Sendable {
    var id: String
    var partner: String
    @Field(.range(0...10_000_000)) var cents: Int
}

@Schema struct Click: Codable, Hashable, Sendable {
    var partner: String
    var agent: String
    var at: Date
}

@Schema struct Payout: Codable, Hashable, Sendable {
    var partner: String
    var cents: Int
}
