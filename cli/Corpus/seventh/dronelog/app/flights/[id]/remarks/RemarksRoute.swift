import DroneLogServices
import Fledge
import Foundation

@Schema struct Remark: Sendable {
    @Field(.length(1...500)) var text: String
    /// When in the flight it was.
    var at: Date
}

@Route struct RemarksRoute {
    let flights: FlightService

    /// Adds a remark to a flight that is over.
    func POST(id: Int, body: Remark) async throws -> Flight {
        guard let flight = try await flights.find(id) else { throw Problem(.notFound) }
        guard let ended = flight.ended else { throw FlightError.flying }
        guard flight.started <= body.at, body.at <= ended else {
            throw Problem(.unprocessableContent, "The flight was at another time.", code: "time")
        }
        return try await flights.remark(flight, body.text)
    }
}
