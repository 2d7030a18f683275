import Dispatch
import FledgeData

package struct SQLStops: Stops {
    private let db: Database

    package init(_ db: Database) { self.db = db }

    package func add(_ parcel: Parcel) async throws -> Parcel {
        try await db.one(
            """
            INSERT INTO parcels (zip, street, grams, depot, courier, is_delivered)
            VALUES (\(parcel.zip), \(parcel.street), \(parcel.grams), \(parcel.depot), NULL, \(false))
            RETURNING *
            """, as: Parcel.self)
    }

    package func find(_ id: Int) async throws -> Parcel? {
        try await db.first("SELECT * FROM parcels WHERE id = \(id)", as: Parcel.self)
    }

    package func open() async throws -> [Parcel] {
        try await db.query("SELECT * FROM parcels WHERE NOT is_delivered ORDER BY id", as: Parcel.self)
    }

    package func save(_ parcel: Parcel) async throws {
        try await db.execute("UPDATE parcels SET is_delivered = \(parcel.isDelivered) WHERE id = \(parcel.id)")
    }
}
