import Foundation

package protocol FlightStore: Sendable {
    func add(_ takeOff: TakeOff, _ started: Date) async throws -> Flight
    func find(_ id: Int) async throws -> Flight?
    func inTheAir(_ drone: String) async throws -> Flight?
    func list(of pilot: String) async throws -> [Flight]
    func end(_ flight: Flight) async throws
}
