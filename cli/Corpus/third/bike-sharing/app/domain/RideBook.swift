actor RideBook {
    private let fleet: Fleet
    private let now: @Sendable () -> Int
    private var rides: [Ride] = []

    init(fleet: Fleet, now: @escaping @Sendable () -> Int) {
        self.fleet = fleet
        self.now = now
    }

    func start(_ start: RideStart, by rider: String) async throws -> Ride {
        try await fleet.undock(start.bike)
        let ride = Ride(id: rides.count + 1, rider: rider, bike: start.bike, startedAt: now())
        rides.append(ride)
        return ride
    }

    func find(_ id: Int) throws -> Ride {
        guard rides.indices.contains(id - 1) else { throw BikeError.noRide(id) }
        return rides[id - 1]
    }

    func of(_ rider: String) -> [Ride] { rides.filter { $0.rider == rider } }

    func end(_ id: Int, at dock: String, by rider: String) async throws -> Ride {
        var ride = try find(id)
        guard ride.rider == rider else { throw BikeError.noRide(id) }
        guard ride.minutes == nil else { throw BikeError.ended(id) }
        let minutes = now() - ride.startedAt
        ride.minutes = minutes
        ride.cents = 100 + max(0, minutes - 30) * 15
        rides[id - 1] = ride
        await fleet.dock(ride.bike, at: dock)
        return ride
    }
}
