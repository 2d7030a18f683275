import Fledge
import SkydiveServices

@Route struct LoadRoute {
    let loads: LoadService

    func GET(id: Int) async throws -> Load { try await loads.find(id) }

    func DELETE(id: Int) async throws -> Load { try await loads.close(id) }
}
