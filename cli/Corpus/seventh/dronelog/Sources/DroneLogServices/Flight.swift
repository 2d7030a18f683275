import FledgeSchema
import Foundation

@Schema package struct Flight: Hashable, Sendable {
    package var id: Int
    package var pilot: String
    package var drone: String
    package var started: Date
    package var ended: Date?
    /// Metres above ground.
    package var top: Int?
    package var remark: String?
}

@Schema package struct TakeOff: Hashable, Sendable {
    @Field(.length(3...40)) package var pilot: String
    @Field(.pattern("^[A-Z]{2}-[0-9]{4}$")) package var drone: String
    @Field(.range(-90...90)) package var latitude: Double
    @Field(.range(-180...180)) package var longitude: Double

    package init(pilot: String, drone: String, latitude: Double, longitude: Double) {
        self.pilot = pilot
        self.drone = drone
        self.latitude = latitude
        self.longitude = longitude
    }
}

@Schema package struct Landing: Hashable, Sendable {
    @Field(.range(0...500)) package var top: Int

    package init(top: Int) { self.top = top }
}

@Schema package struct Licence: Hashable, Sendable {
    package var pilot: String
    package var points: Int
    package var suspended: Bool
}

package enum FlightError: Error, Equatable {
    case unknown
    case forbidden(zone: String)
    case ended
    case flying
}
