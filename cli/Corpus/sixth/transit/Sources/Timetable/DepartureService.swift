public actor Board {
    let lines: [Line]
    var departures: [Departure]

    public init(lines: [Line], departures: [Departure]) {
        self.lines = lines
        self.departures = departures
    }

    func delay(_ line: String, by minutes: Int) {
        for index in departures.indices where departures[index].line == line {
            departures[index].delay = minutes
            departures[index].cancelled = minutes > 60
        }
    }
}

/// What leaves where, and what the delays do to it.
public struct DepartureService: Sendable {
    let board: Board

    public init(board: Board) { self.board = board }

    public func line(_ name: String) throws -> Line {
        guard let line = board.lines.first(where: { $0.name == name }) else {
            throw TransitError.noLine(name)
        }
        return line
    }

    public func departures(of name: String, at stop: String) async throws -> [Departure] {
        guard try line(name).stops.contains(stop) else {
            throw TransitError.noStop(stop, on: name)
        }
        return await board.departures.filter { $0.line == name && $0.stop == stop }
            .sorted { $0.planned + $0.delay < $1.planned + $1.delay }
    }

    public func report(delay minutes: Int, of name: String) async throws {
        await board.delay(try line(name).name, by: minutes)
    }
}
