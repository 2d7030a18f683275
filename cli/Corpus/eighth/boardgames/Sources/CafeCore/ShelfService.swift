/// The shelf.
public actor ShelfService {
    private var games: [Int: Game] = [:]

    public init() {}

    public func add(_ new: NewGame) -> Game {
        let slug = new.title.lowercased().split { !$0.isLetter && !$0.isNumber }
            .joined(separator: "-")
        let game = Game(
            id: games.count + 1, slug: slug, title: new.title, minPlayers: new.minPlayers,
            maxPlayers: new.maxPlayers, copies: new.copies)
        games[game.id] = game
        return game
    }

    public func find(_ id: Int) throws -> Game {
        guard let game = games[id] else { throw CafeError.noGame(id) }
        return game
    }

    public func find(slug: String) -> Game? {
        games.values.first { $0.slug == slug }
    }

    public func games(for players: Int?) -> [Game] {
        games.values
            .filter { game in players.map { game.minPlayers...game.maxPlayers ~= $0 } ?? true }
            .sorted { $0.title < $1.title }
    }
}
