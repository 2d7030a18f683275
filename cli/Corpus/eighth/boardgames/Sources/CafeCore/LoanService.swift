import Foundation

/// What may lie on which table.
public protocol Lending: Sendable {
    func lend(_ game: Int, to table: Int, players: Int) async throws -> Loan
    func giveBack(_ loan: Int, from table: Int) async throws -> Loan
    func open(on table: Int?) async -> [Loan]
}

public actor LoanService: Lending {
    private let shelf: ShelfService
    private let now: @Sendable () -> Date
    private var loans: [Int: Loan] = [:]

    public init(shelf: ShelfService, now: @escaping @Sendable () -> Date) {
        self.shelf = shelf
        self.now = now
    }

    public func lend(_ id: Int, to table: Int, players: Int) async throws -> Loan {
        let game = try await shelf.find(id)
        guard game.minPlayers...game.maxPlayers ~= players else {
            throw CafeError.wrongSize(players)
        }
        let out = loans.values.filter { $0.game == id && $0.returned == nil }
        guard out.count < game.copies else { throw CafeError.allOut(id) }
        let loan = Loan(id: loans.count + 1, game: id, table: table, since: now())
        loans[loan.id] = loan
        return loan
    }

    public func giveBack(_ id: Int, from table: Int) throws -> Loan {
        guard var loan = loans[id] else { throw CafeError.noLoan(id) }
        guard loan.table == table else { throw CafeError.wrongTable(loan.table) }
        loan.returned = loan.returned ?? now()
        loans[id] = loan
        return loan
    }

    public func open(on table: Int?) -> [Loan] {
        loans.values
            .filter { $0.returned == nil && (table == nil || $0.table == table) }
            .sorted { $0.id < $1.id }
    }
}
