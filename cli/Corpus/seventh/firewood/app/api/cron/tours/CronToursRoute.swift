import Fledge

@Route struct CronToursRoute {
    let tours: TourService

    /// Called by the scheduler each morning.
    func POST(authorization: Header<String>?) async throws -> [Order] {
        guard authorization?.value == "Bearer cron" else { throw Problem(.unauthorized) }
        return await tours.next()
    }
}
