import Fledge

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use(
        "/alterations",
        AlterationController(
            alterations: services.alterations, pricing: services.pricing, now: services.now))
    app.use("/fabrics", FabricController(fabrics: services.fabrics))
    app.post("/contact") { request in
        let message = try await request.decode(ContactMessage.self)
        guard message.email.contains("@"), message.email.contains(".") else {
            return Response.json(["error": "email"], status: .badRequest)
        }
        print("A message of \(message.text.count) characters.")
        return Response(.accepted)
    }
    return app
}

struct ContactMessage: Codable {
    var email: String
    var text: String
}

extension TailorError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "No alteration \(id).")
        case .wrongState(let state): Problem(.conflict, "It is \(state.rawValue).", code: "state")
        }
    }
}
