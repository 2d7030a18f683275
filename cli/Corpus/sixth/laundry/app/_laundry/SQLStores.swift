import FledgeData

struct SQLMachineStore: MachineStore {
    private let database: Database

    init(_ database: Database) { self.database = database }

    func all() async throws -> [Machine] {
        try await database.query("SELECT * FROM machines ORDER BY id", as: Machine.self)
    }

    func find(_ id: Int) async throws -> Machine? {
        try await database.first("SELECT * FROM machines WHERE id = \(id)", as: Machine.self)
    }

    func save(_ machine: Machine) async throws {
        try await database.execute(
            "UPDATE machines SET free_at = \(machine.freeAt) WHERE id = \(machine.id)")
    }
}

struct SQLCardStore: CardStore {
    private let database: Database

    init(_ database: Database) { self.database = database }

    func find(_ id: Int) async throws -> Card? {
        try await database.first("SELECT * FROM cards WHERE id = \(id)", as: Card.self)
    }

    func save(_ card: Card) async throws {
        try await database.execute("UPDATE cards SET cents = \(card.cents) WHERE id = \(card.id)")
    }
}
