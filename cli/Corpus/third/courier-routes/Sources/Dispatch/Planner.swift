package actor Planner {
    private let stops: any Stops
    private var delays: [String: Int] = [:]

    package init(stops: any Stops) { self.stops = stops }

    package func add(_ new: NewParcel) async throws -> Parcel {
        try await stops.add(Parcel(id: 0, new: new, depot: new.zip < "50000" ? "north" : "south"))
    }

    package func parcel(_ id: Int) async throws -> Parcel {
        guard let parcel = try await stops.find(id) else { throw DispatchError.noParcel(id) }
        return parcel
    }

    package func delivered(_ id: Int) async throws -> Parcel {
        var parcel = try await parcel(id)
        guard !parcel.isDelivered else { throw DispatchError.delivered(id) }
        parcel.isDelivered = true
        try await stops.save(parcel)
        return parcel
    }

    package func delay(_ zip: String, minutes: Int) { delays[zip] = minutes }

    /// A courier's stops, those in a jam last.
    package func stops(of courier: String) async throws -> [Parcel] {
        try await stops.open().filter { $0.courier == courier }
            .sorted { (delays[$0.zip] ?? 0, $0.zip) < (delays[$1.zip] ?? 0, $1.zip) }
    }

    package func waiting(at depot: String) async throws -> [Parcel] {
        try await stops.open().filter { $0.depot == depot && $0.courier == nil }
    }
}
