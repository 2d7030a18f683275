import FledgeSchema
import Foundation

struct Services: Sendable {
    let monitor: MonitorService
    let incidents: IncidentService

    init(probe: any Probe, components: [String]) {
        incidents = IncidentService()
        monitor = MonitorService(probe: probe, components: components, incidents: incidents)
    }
}

@Schema struct Incident {
    let id: Int
    let component: String
    let state: ComponentState
    let at: Date
}

actor IncidentService {
    private var incidents: [Incident] = []

    func open(_ component: Component) {
        incidents.append(
            Incident(
                id: incidents.count + 1, component: component.name, state: component.state,
                at: Date()))
    }

    func latest(_ limit: Int) -> [Incident] { Array(incidents.suffix(limit)) }

    func prune(olderThan days: Int) {
        let limit = Date().addingTimeInterval(-86_400 * Double(days))
        incidents.removeAll { $0.at < limit }
    }
}
