import Fledge
import WeatherServices

@Route struct ReadingsRouteV1 {
    let stations: StationService

    /// In Fahrenheit and without units, as version 1 always had it.
    func GET(station: String) async throws -> JSON {
        let readings = try await stations.readings(at: station)
        let rows = readings.map { reading -> JSON in
            ["t": .integer(reading.time), "temp": .number(reading.celsius * 9 / 5 + 32)]
        }
        return ["station": .string(station), "data": .array(rows)]
    }
}
