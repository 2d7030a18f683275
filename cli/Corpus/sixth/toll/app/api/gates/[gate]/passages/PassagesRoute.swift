import Fledge
import Foundation

@Schema struct NewPassage {
    @Field(.pattern("^[A-Z0-9]{2,10}$")) var plate: String
    var vehicle: Vehicle
    @Field(.range(2...9)) var axles: Int = 2
    var at: Date
}

@Route struct PassagesRoute {
    let gates: GateService
    let passages: PassageService

    /// The camera has seen a plate.
    func POST(gate: String, body: NewPassage) async throws -> Created<Passage> {
        let gate = try gates.find(gate)
        let rates: [Vehicle: Int] = [.motorbike: 0, .car: 240, .van: 380, .lorry: 310]
        var cents = rates[body.vehicle] ?? 0
        if body.vehicle == .lorry {
            cents *= body.axles
            let hour = Int(body.at.timeIntervalSince1970) / 3600 % 24
            if hour >= 22 || hour < 5 { cents = cents * 13 / 10 }
        }
        let passage = try await passages.record(
            gate: gate, plate: body.plate, cents: cents, at: body.at)
        return Created(passage)
    }
}
