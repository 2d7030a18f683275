import ServiceLifecycle

/// Says which docks are too full: only the worker asks.
struct RebalancePlanner: Sendable {
    func moves(_ bikes: [Bike]) -> [(from: String, to: String)] {
        let counts = Dictionary(grouping: bikes.compactMap(\.dock)) { $0 }.mapValues(\.count)
        guard let full = counts.max(by: { $0.value < $1.value }),
            let empty = counts.min(by: { $0.value < $1.value }), full.value - empty.value > 1
        else { return [] }
        return Array(repeating: (full.key, empty.key), count: (full.value - empty.value) / 2)
    }
}

struct RebalanceWorker: Service {
    let fleet: Fleet
    let planner: RebalancePlanner

    func run() async throws {
        while !Task.isCancelled {
            for move in planner.moves(await fleet.all()) { print("Van: \(move.from) to \(move.to)") }
            try await Task.sleep(for: .seconds(600))
        }
    }
}
