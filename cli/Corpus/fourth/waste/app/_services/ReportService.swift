import FledgeData
import FledgeSchema

@Schema struct Report: Codable, Equatable {
    let id: Int
    let street: String
    let done: Bool
}

@Schema struct NewReport {
    @Field(.length(3...120)) var street: String
}

struct ReportService: Sendable {
    let database: Database

    func add(_ new: NewReport) async throws -> Report {
        try await database.one(
            "INSERT INTO reports (street, done) VALUES (\(new.street), 0) RETURNING *",
            as: Report.self)
    }

    func find(_ id: Int) async throws -> Report? {
        try await database.first("SELECT * FROM reports WHERE id = \(id)", as: Report.self)
    }

    func close(_ id: Int) async throws -> Bool {
        try await database.execute("UPDATE reports SET done = 1 WHERE id = \(id)").changes == 1
    }

    func removeDone() async throws -> Int {
        try await database.execute("DELETE FROM reports WHERE done = 1").changes
    }
}
