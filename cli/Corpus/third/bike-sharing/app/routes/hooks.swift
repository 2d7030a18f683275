import Fledge

/// The locks call this; they sign the raw body.
func lockHook(_ world: World) -> @Sendable (Request) async throws -> Response {
    { req in
        let text = try await req.text()
        let expected = Signature.of(text, secret: world.hookSecret)
        guard let given = req.headers["X-Lock-Signature"], Signature.same(given, expected) else {
            throw Problem(.unauthorized, "The signature does not fit the body.")
        }
        let parts = text.split(separator: ",")
        guard parts.count == 2, let bike = Int(parts[0]) else {
            throw Problem(.badRequest, "Send 'bike,battery'.")
        }
        await world.fleet.heard(from: bike, battery: Int(parts[1]) ?? 0)
        return Response(.accepted)
    }
}

extension BikeError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noBike(let id): Problem(.notFound, "There is no bike \(id).")
        case .noRide(let id): Problem(.notFound, "There is no ride \(id).")
        case .notRideable: Problem(.conflict, "This bike cannot be ridden.", code: "not_rideable")
        case .ended: Problem(.conflict, "This ride has ended.", code: "ended")
        case .inUse: Problem(.conflict, "Somebody is on it.", code: "in_use")
        }
    }
}
