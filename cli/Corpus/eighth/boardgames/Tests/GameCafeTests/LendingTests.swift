import CafeCore
import Foundation
import Testing

@testable import GameCafe

@Suite struct LendingTests {
    let noon = Date(timeIntervalSince1970: 1_770_000_000)

    @Test func `a copy lies on one table`() async throws {
        let services = Services(now: { noon })
        let game = await services.shelf.add(NewGame(title: "Chess", minPlayers: 2, maxPlayers: 2))
        let lending: any Lending = services.loans
        let loan = try await lending.lend(game.id, to: 3, players: 2)
        #expect(loan.since == noon)
        await #expect(throws: CafeError.allOut(game.id)) {
            try await lending.lend(game.id, to: 4, players: 2)
        }
        await #expect(throws: CafeError.wrongSize(5)) {
            try await lending.lend(game.id, to: 4, players: 5)
        }
        await #expect(throws: CafeError.wrongTable(3)) {
            try await lending.giveBack(loan.id, from: 4)
        }
        #expect(try await lending.giveBack(loan.id, from: 3).returned == noon)
    }

    @Test func `most players are at least fewest players`() {
        #expect(!NewGame(title: "Go", minPlayers: 3, maxPlayers: 2).violations().isEmpty)
    }
}
