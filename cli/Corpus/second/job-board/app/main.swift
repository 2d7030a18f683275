import Fledge
import JobBoardCore

await serve {
    let environment = try Environment.load()
    let board = Board(pinboard: InMemoryPinboard())
    return makeApp(board: board, desk: RequestDesk(board: board), keys: ApiKeys(environment["API_KEYS"] ?? ""))
}
