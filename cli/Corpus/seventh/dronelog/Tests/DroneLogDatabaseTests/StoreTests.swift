import DroneLogDatabase
import DroneLogServices
import FledgeDataTesting
import Foundation
import Testing

/// What both stores promise.
@Suite(.database(migrations: "migrations")) struct StoreTests {
    @Test func `a flight is in the air until it ends`() async throws {
        let stores: [any FlightStore] = [
            InMemoryFlightStore(), SQLFlightStore(try TestDatabase.current),
        ]
        let now = Date(timeIntervalSince1970: 1_772_323_200)
        for store in stores {
            var flight = try await store.add(
                TakeOff(pilot: "ada", drone: "CH-0001", latitude: 46, longitude: 7), now)
            #expect(try await store.inTheAir("CH-0001") == flight)
            flight.ended = now
            flight.top = 80
            try await store.end(flight)
            #expect(try await store.inTheAir("CH-0001") == nil)
            #expect(try await store.find(flight.id) == flight)
            #expect(try await store.list(of: "ada") == [flight])
        }
    }
}
