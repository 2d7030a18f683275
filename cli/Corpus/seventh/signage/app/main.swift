import Fledge
import Foundation

await serve {
    let environment = try Environment.load()
    let board = BoardService(now: { Date() })
    return makeApp(board: board, screens: ScreenRegistry(), environment: environment)
}
