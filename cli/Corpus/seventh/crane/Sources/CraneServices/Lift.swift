import FledgeSchema
import Foundation

@Schema package struct Lift: Hashable, Sendable {
    package var id: Int
    package var site: String
    /// Kilograms.
    package var load: Int
    /// Metres from the mast.
    package var radius: Int
    package var at: Date
    package var confirmedBy: [String]
}

@Schema package struct NewLift: Sendable {
    @Field(.range(1...12000)) package var load: Int
    @Field(.range(3...60)) package var radius: Int

    package init(load: Int, radius: Int) {
        self.load = load
        self.radius = radius
    }
}

package enum LiftError: Error, Equatable {
    case unknown
    case windy(Double)
    case overload(most: Int)
    case done
    case noReading
}
