import Fledge
import FledgeData
import Foundation

@Schema struct Alert {
    let plate: String
    let reason: String
}

@Route struct AlertsRoute {
    let database: Database

    /// Plates that the police should look at.
    func GET(since: Date) async throws -> [Alert] {
        let passages = try await database.query(
            "SELECT * FROM passages WHERE at >= \(since) ORDER BY plate, at", as: Passage.self)
        return zip(passages, passages.dropFirst()).compactMap { first, second in
            guard first.plate == second.plate,
                let from = Gate.all.first(where: { $0.name == first.gate }),
                let to = Gate.all.first(where: { $0.name == second.gate }), from.road == to.road
            else { return nil }
            let hours = second.at.timeIntervalSince(first.at) / 3600
            let speed = Double(abs(to.kilometre - from.kilometre)) / max(hours, 0.001)
            return speed > 130 ? Alert(plate: first.plate, reason: "too fast to be one car") : nil
        }
    }
}
