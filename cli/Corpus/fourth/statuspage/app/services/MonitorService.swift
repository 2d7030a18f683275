import FledgeSchema

@Schema enum ComponentState: String { case up, slow, down }

@Schema struct Component: Equatable {
    let name: String
    var state: ComponentState
    var failures: Int
}

@Schema struct Summary {
    let headline: String
    let components: [Component]
}

/// Asks something whether it is alive.
protocol Probe: Sendable {
    func milliseconds(of component: String) async -> Int?
}

actor MonitorService {
    private let probe: any Probe
    private let incidents: IncidentService
    private var components: [Component]

    init(probe: any Probe, components: [String], incidents: IncidentService) {
        self.probe = probe
        self.incidents = incidents
        self.components = components.map { Component(name: $0, state: .up, failures: 0) }
    }

    func component(_ name: String) -> Component? { components.first { $0.name == name } }

    func summary() -> Summary {
        let bad = components.filter { $0.state != .up }.map(\.name)
        return Summary(
            headline: bad.isEmpty ? "All systems work" : "Trouble: \(bad.joined(separator: ", "))",
            components: components)
    }

    /// Down is who failed twice in a row: one lost packet is no incident.
    func probeAll() async throws -> Int {
        var changed = 0
        for index in components.indices {
            let before = components[index].state
            if let time = await probe.milliseconds(of: components[index].name) {
                components[index].failures = 0
                components[index].state = time > 800 ? .slow : .up
            } else {
                components[index].failures += 1
                if components[index].failures >= 2 { components[index].state = .down }
            }
            guard components[index].state != before else { continue }
            changed += 1
            await incidents.open(components[index])
        }
        return changed
    }
}
