import Fledge
import RadioCore

@Controller struct OnAirController {
    let air: AirService
    let audience: any Audience

    @GET func now() async throws -> NowPlaying? { await air.now() }

    /// How many listen; the number is unknown while the streaming host is away.
    @GET("/listeners") func listeners() async -> ListenerCount {
        do {
            return ListenerCount(count: try await audience.listeners())
        } catch {
            return ListenerCount(count: nil)
        }
    }
}

@Schema struct ListenerCount: Sendable { var count: Int? }
