import CampsiteServices
import Fledge

@Route struct StayRoute {
    let stays: StayService

    func GET(id: Int) async throws -> Stay {
        try await stays.find(id)
    }
}
