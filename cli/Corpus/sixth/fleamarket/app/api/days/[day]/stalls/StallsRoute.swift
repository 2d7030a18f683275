import Fledge

@Schema struct StallRequest {
    var trader: String
    var metres: Int
    /// What the clubs of the town hand out.
    @Field(.pattern("^[A-Z]{4}-[0-9]{4}$")) var code: String?
}

@Route struct StallsRoute {
    let stalls: StallService
    let days: DayService

    func GET(day: String) async throws -> [Stall] {
        try await stalls.stalls(on: days.find(day).date)
    }

    func POST(day: String, body: StallRequest) async throws -> Created<Stall> {
        let trader = body.trader.trimmingPrefix(while: \.isWhitespace)
        switch (trader.count, body.metres) {
        case (2...60, 2...12): break
        case (_, 2...12): throw Problem(.unprocessableContent, "A name has 2 to 60 letters.")
        default: throw Problem(.unprocessableContent, "A stall has 2 to 12 metres.")
        }
        let market = try days.find(day)
        let own = try await stalls.stalls(on: day).filter {
            $0.trader == trader && $0.state != .cancelled
        }
        guard own.count < 3, !own.contains(where: { $0.state == .invoiced }) else {
            throw Problem(.conflict, "You have enough stalls on that day.", code: "enough")
        }
        let extra = body.code.map { $0.hasPrefix("FIRE") ? 2 : 1 } ?? 0
        let stall = try await stalls.request(
            day: market, trader: String(trader), metres: body.metres + extra)
        return Created(stall, at: "/api/stalls/\(stall.id)")
    }
}
