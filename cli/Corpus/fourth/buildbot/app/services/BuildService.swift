import FledgeData
import FledgeSchema

@Schema struct Build: Codable, Equatable {
    @Schema enum State: String, Codable { case running, passed, failed, cancelled }

    let id: Int
    let branch: String
    var state: State
    let attempt: Int
}

enum BuildError: Error { case unknown(Int) }

struct BuildService: Sendable {
    let store: BuildStore

    func list(_ state: Build.State?) async throws -> [Build] {
        try await store.all().filter { state == nil || $0.state == state }
    }

    func find(_ id: Int) async throws -> Build? { try await store.find(id) }

    func start(_ branch: String, attempt: Int = 1) async throws -> Build {
        try await store.add(branch, attempt)
    }

    func finish(_ id: Int, _ state: Build.State) async throws -> Build {
        guard let build = try await store.update(id, state) else { throw BuildError.unknown(id) }
        return build
    }
}

struct BuildStore: Sendable {
    let database: Database

    func all() async throws -> [Build] {
        try await database.query("SELECT * FROM builds ORDER BY id", as: Build.self)
    }

    func find(_ id: Int) async throws -> Build? {
        try await database.first("SELECT * FROM builds WHERE id = \(id)", as: Build.self)
    }

    func add(_ branch: String, _ attempt: Int) async throws -> Build {
        try await database.one(
            """
            INSERT INTO builds (branch, state, attempt)
            VALUES (\(branch), 'running', \(attempt)) RETURNING *
            """, as: Build.self)
    }

    func update(_ id: Int, _ state: Build.State) async throws -> Build? {
        try await database.first(
            "UPDATE builds SET state = \(state) WHERE id = \(id) RETURNING *", as: Build.self)
    }
}
