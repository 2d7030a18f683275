import Fledge
import OpticCore

@Controller struct FrameController {
    let glasses: GlassesService

    /// The frames on the wall.
    @GET func list() async -> [String] {
        await glasses.frameNames()
    }
}
