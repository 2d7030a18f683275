import FledgeSchema

@Schema struct Meter: Equatable {
    var id: Int
    var serial: String
    var street: String
    var isBlocked: Bool
}

@Schema struct NewMeter {
    var serial: String
    var street: String
}

@Schema struct MeterPatch {
    @Field(.length(1...120)) var street: String?
    var isBlocked: Bool?
}

enum MeterError: Error, Equatable {
    case unknown(Int)
    case serialTaken(String)
    case goesBackwards(last: Int)
}

protocol MeterTable: Sendable {
    func insert(_ new: NewMeter) async throws -> Meter
    func row(_ id: Int) async throws -> Meter?
    func rows(street: String) async throws -> [Meter]
    func save(_ meter: Meter) async throws
}

/// What is known of meters.
struct Meters: Sendable {
    let table: any MeterTable

    func register(_ new: NewMeter) async throws -> Meter {
        try await table.insert(new)
    }

    func get(_ id: Int) async throws -> Meter {
        guard let meter = try await table.row(id) else { throw MeterError.unknown(id) }
        return meter
    }

    func inStreet(_ street: String) async throws -> [Meter] {
        try await table.rows(street: street).sorted { $0.serial < $1.serial }
    }

    func patch(_ id: Int, _ change: MeterPatch) async throws -> Meter {
        var meter = try await get(id)
        if let street = change.street { meter.street = street }
        if let blocked = change.isBlocked { meter.isBlocked = blocked }
        try await table.save(meter)
        return meter
    }
}
