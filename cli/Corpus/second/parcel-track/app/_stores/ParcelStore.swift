import FledgeData

struct ParcelStore: Sendable {
    let database: Database

    func find(_ number: String) async throws -> Parcel? {
        try await database.first("SELECT * FROM parcels WHERE number = \(number)", as: Parcel.self)
    }

    func at(_ place: String) async throws -> [Parcel] {
        try await database.query("SELECT * FROM parcels WHERE place = \(place)", as: Parcel.self)
    }

    func add(_ parcel: Parcel) async throws -> Parcel {
        try await database.one(
            """
            INSERT INTO parcels (number, speed, grams, place, scans)
            VALUES (\(parcel.number), \(parcel.speed), \(parcel.grams), \(parcel.place), 0) RETURNING *
            """, as: Parcel.self)
    }

    func save(_ parcel: Parcel) async throws {
        try await database.execute(
            "UPDATE parcels SET place = \(parcel.place), scans = \(parcel.scans) WHERE number = \(parcel.number)")
    }
}
