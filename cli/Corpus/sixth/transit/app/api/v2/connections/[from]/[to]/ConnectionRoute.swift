import Fledge
import Timetable

@Route struct ConnectionRoute {
    let connections: any Connections

    func GET(from: String, to: String) async throws -> JSON {
        let stops = try await connections.interchanges(from: from, to: to)
        guard let first = stops.first else {
            throw Problem(.notFound, "\(from) and \(to) do not meet.", code: "no_connection")
        }
        return ["change": .string(first), "others": .integer(stops.count - 1)]
    }
}
