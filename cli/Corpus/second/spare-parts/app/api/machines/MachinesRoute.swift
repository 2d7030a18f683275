import Fledge
import FledgeData

@Route struct MachinesRoute {
    let database: Database

    func GET() async throws -> [String] { try await database.machines() }
}

extension Database {
    fileprivate func machines() async throws -> [String] {
        try await query("SELECT DISTINCT machine FROM parts ORDER BY machine", as: String.self)
    }
}
