import FledgeData
import FledgeSchema

@Schema struct Person: Codable {
    let id: Int
    let name: String
}

struct PeopleService: Sendable {
    let database: Database

    func owners() async throws -> [Person] {
        try await database.query("SELECT id, name FROM owners", as: Person.self)
    }

    func owner(_ id: Int) async throws -> Person? {
        try await database.first("SELECT id, name FROM owners WHERE id = \(id)", as: Person.self)
    }

    func groomers() async throws -> [Person] {
        try await database.query("SELECT id, name FROM groomers", as: Person.self)
    }
}
