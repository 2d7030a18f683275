import CampsiteServices
import Fledge

@Schema struct StateChange: Sendable {
    var state: Stay.State
}

@Route struct StayStateRoute {
    let stays: StayService

    /// Guests arrive or leave.
    func PUT(id: Int, body: StateChange) async throws -> Stay {
        try await stays.move(id, to: body.state)
    }
}
