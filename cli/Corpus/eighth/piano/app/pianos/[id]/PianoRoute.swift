import Fledge
import PianoCore

@Route struct PianoRoute {
    let pianos: PianoService

    func GET(id: Int) async throws -> Piano {
        try await pianos.find(id)
    }
}
