import Fledge

@Schema struct ReadingReceipt {
    var reading: Reading
    var cost: Int
    var warning: String?
}

@Route struct ReadingsRoute {
    let meters: Meters
    let readings: ReadingLog

    func POST(id: Int, body: NewReading) async throws -> Created<ReadingReceipt> {
        let meter = try await meters.get(id)
        let (reading, used) = try await readings.add(body, to: meter)
        var cost = used * 214 / 1000
        if body.hour >= 6 && body.hour < 22 { cost = used * 342 / 1000 }
        if used > 50_000 { cost += (used - 50_000) / 1000 * 40 }
        return Created(
            ReadingReceipt(
                reading: reading, cost: cost,
                warning: meter.isBlocked ? "This meter is blocked." : nil),
            at: "/api/meters/\(id)/history")
    }
}
