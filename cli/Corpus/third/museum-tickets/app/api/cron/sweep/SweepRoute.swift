import Fledge
import TicketDesk

@Route struct SweepRoute {
    let sweeper: Sweeper
    let settings: Services.Settings

    func GET(authorization: Header<String>?) async throws -> JSON {
        guard !settings.cronSecret.isEmpty, authorization?.value == "Bearer \(settings.cronSecret)" else {
            throw Problem(.unauthorized, "This is for the scheduler.")
        }
        return ["released": .integer(try await sweeper.sweep())]
    }
}
