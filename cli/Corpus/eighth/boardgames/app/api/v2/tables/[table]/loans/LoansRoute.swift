import CafeCore
import Fledge

@Schema struct NewLoan: Sendable {
    var game: Int
    @Field(.range(1...12)) var players: Int
}

@Route struct LoansRoute {
    let loans: any Lending

    func GET(table: Int) async -> [Loan] {
        await loans.open(on: table)
    }

    /// Takes a game to a table.
    func POST(table: Int, body: NewLoan) async throws -> Created<Loan> {
        let loan = try await loans.lend(body.game, to: table, players: body.players)
        return Created(loan, at: "/api/v2/tables/\(table)/loans/\(loan.id)")
    }
}
