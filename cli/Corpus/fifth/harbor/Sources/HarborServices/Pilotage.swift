import FledgeSchema
import Foundation

/// A ship's request for a pilot.
@Schema package struct Request: Codable, Hashable, Sendable, Identifiable {
    package struct ID: RawRepresentable, SchemaType, Hashable, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
    }

    package let id: ID
    package let port: String
    package let ship: String
    package let draught: Double
    package let eta: Date
    package var pilot: String?

    package init(id: ID, port: String, new: NewRequest, pilot: String? = nil) {
        self.id = id
        self.port = port
        self.ship = new.ship
        self.draught = new.draught
        self.eta = new.eta
        self.pilot = pilot
    }
}

/// What a ship's agent sends.
@Schema package struct NewRequest: Hashable, Sendable {
    @Field(.length(2...60)) package var ship: String
    @Field(.greaterThan(0)) package var draught: Double
    package var eta: Date

    package init(ship: String, draught: Double, eta: Date) {
        self.ship = ship
        self.draught = draught
        self.eta = eta
    }
}

package enum HarborError: Error, Equatable, Sendable {
    case noSuchRequest(Request.ID)
    case tooDeep(limit: Double)
    case tooLate
    case alreadyTaken(by: String)
}
