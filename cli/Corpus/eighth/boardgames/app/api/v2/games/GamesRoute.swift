import CafeCore
import Fledge

@Route struct GamesRoute {
    let shelf: ShelfService
    let staffKey: String

    /// The shelf, or what a number of players can play.
    func GET(players: Int?) async -> [Game] {
        await shelf.games(for: players)
    }

    /// Puts a game on the shelf.
    func POST(xStaffKey: Header<String>?, body: NewGame) async throws -> Created<Game> {
        guard let key = xStaffKey?.value else {
            throw Problem(.unauthorized, "Only the staff may do this.")
        }
        guard key == staffKey else {
            throw Problem(.forbidden, "This is not the key of the staff.")
        }
        let game = await shelf.add(body)
        return Created(game, at: "/games/\(game.slug)")
    }
}
