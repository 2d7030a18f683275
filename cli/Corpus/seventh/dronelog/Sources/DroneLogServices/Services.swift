import Foundation

package struct Services: Sendable {
    package var flights: FlightService
    package var licences: LicenceService

    package init(
        flights: any FlightStore, zones: ZoneMap, mailer: any Mailer,
        now: @escaping @Sendable () -> Date
    ) {
        self.flights = FlightService(store: flights, zones: zones, mailer: mailer, now: now)
        licences = LicenceService(store: flights)
    }
}
