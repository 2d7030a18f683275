import Fledge
import FledgeData
import Foundation

@Schema struct BayState {
    let bay: Int
    let plate: String?
    let ready: Bool
}

@Schema struct Suggestion {
    let bay: Int
}

@Route struct BaysRoute {
    let database: Database

    /// What goes on in the four bays.
    func GET() async throws -> [BayState] {
        var states: [BayState] = []
        for bay in 1...4 {
            let latest = try await database.first(
                "SELECT * FROM washes WHERE bay = \(bay) ORDER BY id DESC LIMIT 1", as: Wash.self)
            guard let latest else {
                states.append(BayState(bay: bay, plate: nil, ready: true))
                continue
            }
            let minutes = WashProgram.standard.first { $0.name == latest.program }?.minutes ?? 0
            let end = latest.startedAt.addingTimeInterval(Double((minutes + 2) * 60))
            let ready = end <= Date()
            states.append(BayState(bay: bay, plate: ready ? nil : latest.plate, ready: ready))
        }
        return states
    }
}
