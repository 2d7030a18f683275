import Fledge
import PianoCore

@Route struct PianosRoute {
    let pianos: PianoService

    /// Takes an instrument on.
    func POST(body: NewPiano) async throws -> Created<Piano> {
        if await pianos.isKnown(serial: body.serial) {
            throw Problem(
                .conflict, "An instrument with the number \(body.serial) is on the books.",
                code: "serial")
        }
        let piano = try await pianos.add(body)
        return Created(piano, at: "/pianos/\(piano.id)")
    }

    /// Finds one by what is stamped on its frame.
    func GET(serial: String) async throws -> Piano {
        guard let piano = await pianos.find(serial: serial.uppercased()) else {
            throw Problem(.notFound, "No piano has the number \(serial).")
        }
        return piano
    }
}
