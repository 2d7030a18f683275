import FledgeData
import Foundation

struct HiveStore: Sendable {
    let database: Database

    func add(_ new: NewHive) async throws -> Hive {
        try await database.one(
            """
            INSERT INTO hives (name, apiary, queen_year)
            VALUES (\(new.name), \(new.apiary), \(new.queenYear)) RETURNING *
            """, as: Hive.self)
    }

    func find(_ id: Int) async throws -> Hive? {
        try await database.first("SELECT * FROM hives WHERE id = \(id)", as: Hive.self)
    }

    func list() async throws -> [Hive] {
        try await database.query("SELECT * FROM hives ORDER BY id", as: Hive.self)
    }

    func remove(_ id: Int) async throws -> Bool {
        try await database.execute("DELETE FROM hives WHERE id = \(id)").changes == 1
    }

    func addHarvest(of hive: Int, grams: Int, grade: String) async throws -> Harvest {
        try await database.one(
            """
            INSERT INTO harvests (hive, grams, grade)
            VALUES (\(hive), \(grams), \(grade)) RETURNING *
            """, as: Harvest.self)
    }

    func harvests() async throws -> [Harvest] {
        try await database.query("SELECT * FROM harvests ORDER BY id", as: Harvest.self)
    }
}
