/// Whether one gets from a line to another.
public protocol Connections: Sendable {
    func interchanges(from: String, to: String) async throws -> [String]
}

public struct ConnectionService: Connections {
    let departures: DepartureService

    public init(departures: DepartureService) { self.departures = departures }

    public func interchanges(from: String, to: String) async throws -> [String] {
        let second = Set(try departures.line(to).stops)
        return try departures.line(from).stops.filter(second.contains)
    }
}
