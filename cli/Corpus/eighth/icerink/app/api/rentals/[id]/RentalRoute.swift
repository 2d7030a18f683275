import Fledge
import Foundation
import RinkCore

@Schema struct Settlement: Sendable {
    var rental: Rental
    var lateFee: Int
}

@Route struct RentalRoute {
    let rentals: RentalService
    let now: @Sendable () -> Date

    /// Takes skates back.
    func DELETE(id: Int) async throws -> Settlement {
        let rental = try await rentals.takeBack(id)
        let late = now().timeIntervalSince(rental.dueAt)
        if late <= 600 {
            return Settlement(rental: rental, lateFee: 0)
        }
        let quarters = Int((late / 900).rounded(.up))
        return Settlement(rental: rental, lateFee: min(quarters * 150, 1_500))
    }
}
