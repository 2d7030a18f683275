import CafeCore
import Fledge

@Route struct ReturnRoute {
    let loans: any Lending

    /// Brings a game back to the shelf.
    func PUT(table: Int, loan: Int) async throws -> Loan {
        try await loans.giveBack(loan, from: table)
    }
}
