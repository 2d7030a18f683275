import CostumesCore
import Fledge
import Foundation

/// For the people behind the counter.
@Controller struct DeskController {
    let costumes: CostumeService
    let rentals: RentalService

    /// What to ask for before a costume leaves.
    @GET("/deposit/:id") func deposit(id: Int, member: Bool = false) async throws -> Int {
        guard let costume = await costumes.find(id) else { throw Problem(.notFound) }
        switch costume.value {
        case ..<5_000: return 0
        case ..<30_000: return member ? costume.value / 10 : costume.value / 4
        default: return costume.value / 2
        }
    }

    /// How many costumes left in a month.
    @GET("/months") func month(year: Int, month: Int) async throws -> Int {
        let isMonth: (Int) -> Bool = { $0 >= 1 && $0 <= 12 }
        let isYear: (Int) -> Bool = { (1990...2100).contains($0) }
        if !isMonth(month) || !isYear(year) {
            throw Problem(.badRequest, "No such month.", code: "month")
        }
        return await rentals.all().count { rental in
            let parts = Calendar(identifier: .gregorian)
                .dateComponents([.year, .month], from: rental.from)
            return parts.year == year && parts.month == month
        }
    }

    /// Moves the end of a rental.
    @PUT("/rentals/:id/due") func extend(id: Int, due: Date) async throws -> Rental {
        try await rentals.extend(id, until: due)
    }
}
