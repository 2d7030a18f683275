import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Schema enum Fuel: String, Sendable { case wood, oil, gas, pellets }

@Schema struct House: Identifiable, Equatable, Sendable {
    let id: Int
    var street: String
    var district: String
    var fuel: Fuel
    var lastSwept: Date
    var sealed: Bool
}

@Schema struct NewHouse: Sendable {
    var street: String
    @Field(.length(1...40)) var district: String
    var fuel: Fuel
    var lastSwept: Date
    var phone: String?
}
