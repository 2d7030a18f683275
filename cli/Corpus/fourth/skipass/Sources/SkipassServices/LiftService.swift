import FledgeSchema

@Schema package struct Lift: Hashable, Sendable {
    package let name: String
    package let isRunning: Bool
}

/// Which lifts run.
package struct LiftService: Sendable {
    let lifts: [String: Bool]

    package init(lifts: [String: Bool]) { self.lifts = lifts }

    package func all() async throws -> [Lift] {
        lifts.map { Lift(name: $0.key, isRunning: $0.value) }.sorted { $0.name < $1.name }
    }
}
