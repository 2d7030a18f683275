import Fledge

/// Who rides, by the token that the gateway has checked.
private func rider(_ req: Request) throws -> String {
    guard let rider = req.headers["X-Rider"] else { throw Problem(.unauthorized, "Log in first.") }
    return rider
}

func rideRoutes(_ router: Router, _ world: World) {
    router.post("/") { req in
        let ride = try await world.rides.start(req.json(RideStart.self), by: rider(req))
        return Created(ride, at: "/rides/\(ride.id)")
    }

    router.get("/") { req in try await world.rides.of(rider(req)) }

    router.get("/:id") { req in
        let ride = try await world.rides.find(req.parameter("id", as: Int.self))
        guard try ride.rider == rider(req) else { throw Problem(.forbidden, "This is not your ride.") }
        return RideView(ride)
    }

    router.post("/:id/end") { req in
        let end = try await req.json(RideEnd.self)
        let ride = try await world.rides.end(req.parameter("id", as: Int.self), at: end.dock, by: rider(req))
        return RideView(ride)
    }
}

/// A ride as the phone shows it.
struct RideView: Encodable, Sendable {
    let id: Int
    let minutes: String
    let price: String

    init(_ ride: Ride) {
        id = ride.id
        minutes = ride.minutes.map { "\($0) min" } ?? "running"
        let cents = ride.cents ?? 0
        price = "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}
