import Fledge
import Foundation
import RinkCore

@Schema struct NewRental: Sendable {
    var size: Int
    var until: Date
}

@Route struct RentalsRoute {
    let rentals: RentalService

    /// Hands out a pair of skates.
    func POST(body: NewRental) async throws -> Created<Rental> {
        try checkSize(body.size)
        let rental = await rentals.lend(size: body.size, until: body.until)
        return Created(rental, at: "/api/rentals/\(rental.id)")
    }

    private func checkSize(_ size: Int) throws {
        if size < 25 || size > 50 {
            throw Problem(.unprocessableContent, "We have skates from 25 to 50.", code: "size")
        }
    }
}
