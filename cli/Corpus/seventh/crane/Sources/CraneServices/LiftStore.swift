import Foundation

package protocol LiftStore: Sendable {
    func add(_ new: NewLift, at site: String, _ time: Date) async throws -> Lift
    func find(_ id: Int) async throws -> Lift?
    func list(_ site: String) async throws -> [Lift]
    func confirm(_ lift: Lift, by people: [String]) async throws -> Lift
}
