import CostumesCore
import Fledge

@Route struct RentalsRoute {
    let rentals: RentalService

    /// What one borrower has, a page at a time.
    func GET(borrower: String?, order: String = "name", page: Int = 1) async throws -> [Rental] {
        var list = await rentals.all()
        if let borrower { list = list.filter { $0.borrower.lowercased() == borrower.lowercased() } }
        switch order {
        case "name": list.sort { $0.name < $1.name }
        case "-name": list.sort { $0.name > $1.name }
        default: throw Problem(.badRequest, "Unknown order '\(order)'.")
        }
        let start = (max(page, 1) - 1) * 25
        guard start < list.count else { return [] }
        return Array(list[start..<min(start + 25, list.count)])
    }

    func POST(body: NewRental) async throws -> Created<Rental> {
        let rental = try await rentals.lend(body)
        return Created(rental, at: "/api/rentals/\(rental.id)")
    }
}
