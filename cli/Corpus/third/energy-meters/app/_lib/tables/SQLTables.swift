import FledgeData

struct SQLMeterTable: MeterTable {
    let db: Database

    func insert(_ new: NewMeter) async throws -> Meter {
        do {
            return try await db.one(
                """
                INSERT INTO meters (serial, street, is_blocked)
                VALUES (\(new.serial), \(new.street), \(false)) RETURNING *
                """, as: Meter.self)
        } catch let error as DatabaseError where error.code == .uniqueViolation {
            throw MeterError.serialTaken(new.serial)
        }
    }

    func row(_ id: Int) async throws -> Meter? {
        try await db.first("SELECT * FROM meters WHERE id = \(id)", as: Meter.self)
    }

    func rows(street: String) async throws -> [Meter] {
        try await db.query("SELECT * FROM meters WHERE street = \(street)", as: Meter.self)
    }

    func save(_ meter: Meter) async throws {
        try await db.execute(
            "UPDATE meters SET street = \(meter.street), is_blocked = \(meter.isBlocked) WHERE id = \(meter.id)")
    }
}

struct SQLReadingTable: ReadingTable {
    let db: Database

    func last(of meter: Int) async throws -> Reading? {
        try await db.first(
            "SELECT * FROM readings WHERE meter = \(meter) ORDER BY rowid DESC LIMIT 1", as: Reading.self)
    }

    func append(_ reading: Reading) async throws {
        try await db.execute(
            """
            INSERT INTO readings (meter, hour, watt_hours)
            VALUES (\(reading.meter), \(reading.hour), \(reading.wattHours))
            """)
    }
}
