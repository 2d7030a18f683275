import Fledge

@Route struct MetersRoute {
    let meters: Meters

    /// Registers a meter.
    func POST(body: NewMeter) async throws -> Created<Meter> {
        guard body.serial.count == 12, body.serial.hasPrefix("EM") else {
            throw Problem(.unprocessableContent, "A serial is EM and ten digits.", code: "serial")
        }
        let meter = try await meters.register(body)
        return Created(meter, at: "/api/meters/\(meter.id)")
    }
}
