import Foundation

package actor InMemoryFlightStore: FlightStore {
    private var flights: [Flight] = []

    package init() {}

    package func add(_ takeOff: TakeOff, _ started: Date) -> Flight {
        let flight = Flight(
            id: flights.count + 1, pilot: takeOff.pilot, drone: takeOff.drone, started: started)
        flights.append(flight)
        return flight
    }

    package func find(_ id: Int) -> Flight? { flights.first { $0.id == id } }

    package func inTheAir(_ drone: String) -> Flight? {
        flights.first { $0.drone == drone && $0.ended == nil }
    }

    package func list(of pilot: String) -> [Flight] { flights.filter { $0.pilot == pilot } }

    package func end(_ flight: Flight) {
        flights = flights.map { $0.id == flight.id ? flight : $0 }
    }
}
