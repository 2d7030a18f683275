import CostumesCore
import Fledge
import Foundation

@Schema struct Settled: Hashable, Sendable {
    var rental: Rental
    var fee: Int
}

@Route struct ReturnRoute {
    let rentals: RentalService

    func POST(id: Int) async throws -> Settled {
        let rental = try await rentals.close(id)
        return Settled(rental: rental, fee: fee(for: rental))
    }
}

extension ReturnRoute {
    fileprivate func fee(for rental: Rental) -> Int {
        let late = Int((rental.returned ?? rental.due).timeIntervalSince(rental.due) / 86_400)
        guard late > 2 else { return 0 }
        return min((late - 2) * 300, rental.value)
    }
}
