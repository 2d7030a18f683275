import CraneServices
import Fledge

@Schema struct WindView: Sendable {
    var speed: Double
    var lifting: Bool
}

@Route struct WindRoute {
    let lifts: LiftService

    func GET() async throws -> WindView {
        let state = try await lifts.wind()
        return WindView(speed: state.speed, lifting: state.allowed)
    }
}
