import FledgeSchema

@Schema struct Vehicle: Hashable, Sendable {
    let id: Int
    let plate: String
    var retired: Bool
}

@Schema struct NewVehicle: Sendable { @Field(.pattern("^[A-Z0-9 -]{2,12}$")) var plate: String }

@Schema struct Position: Hashable, Sendable {
    let vehicle: Int
    let latitude: Double
    let longitude: Double
    let time: Int
}

@Schema struct Fix: Sendable {
    var latitude: Double
    var longitude: Double
    @Field(.range(0...4_102_444_800)) var time: Int
}

enum FleetError: Error, Equatable { case fromThePast }

struct FleetService: Sendable {
    let store: FleetStore

    func vehicles() async throws -> [Vehicle] { try await store.vehicles().filter { !$0.retired } }
    func register(_ new: NewVehicle) async throws -> Vehicle { try await store.add(new.plate) }
    func retire(_ id: Int) async throws -> Bool { try await store.retire(id) }

    /// Keeps a position, unless a later one is there.
    func record(_ fix: Fix, of id: Int) async throws {
        if let last = try await store.track(of: id).last, last.time > fix.time { throw FleetError.fromThePast }
        try await store.add(fix, of: id)
    }

    func track(of id: Int, from: Int, to: Int) async throws -> [Position] {
        try await store.track(of: id).filter { from <= $0.time && $0.time <= to }
    }

    func lastFixes() async throws -> [Position] {
        var fixes: [Position] = []
        for vehicle in try await vehicles() { fixes += try await store.track(of: vehicle.id).suffix(1) }
        return fixes
    }
}
