import Fledge
import Timetable

struct Services: Sendable {
    let departures: DepartureService
    let connections: any Connections

    init(board: Board) {
        departures = DepartureService(board: board)
        connections = ConnectionService(departures: departures)
    }

    init(environment: Environment) async throws {
        self.init(
            board: Board(
                lines: [
                    Line(name: "7", stops: ["Depot", "Zoo"]), Line(name: "9", stops: ["Zoo"]),
                ],
                departures: []))
    }
}
