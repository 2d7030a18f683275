import Fledge
import SkipassServices

@Controller struct LiftController {
    let lifts: LiftService

    @GET func list() async throws -> [Lift] {
        try await lifts.all()
    }
}
