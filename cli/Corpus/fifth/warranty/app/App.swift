import Fledge
import Foundation
import WarrantyServices

@Schema struct CarrierEvent {
    @Schema enum Kind: String { case collected, delivered, returned }
    var kind: Kind
    var claim: Int
    var tracking: String
}

@Schema struct Decision {
    var accepted: Bool
}

func makeApp(
    claims: any ClaimHandling, photos: PhotoFolder, signature: WebhookSignature, staffToken: String
) -> App {
    let app = App(environment: Environment(mode: .test, values: [:]))
    app.use(RequestID(), RequestLog())

    app.post("/claims") { request in
        let claim = try await claims.file(try await request.decode(NewClaim.self))
        return Response.json(claim, status: .created).header(.location, "/claims/\(claim.id)")
    }

    app.get("/claims/:id") { request in
        let id = try request.parameter("id", as: Int.self)
        return Response.json(try await claims.find(id))
    }

    app.get("/claims") { request in
        try requireStaff(request, token: staffToken)
        let page = max(Int(request.query["page"] ?? "") ?? 1, 1)
        let size = 50
        let (items, total) = try await claims.list(offset: (page - 1) * size, limit: size)
        var links: [String] = []
        if page > 1 { links.append("</claims?page=\(page - 1)>; rel=\"prev\"") }
        if page * size < total { links.append("</claims?page=\(page + 1)>; rel=\"next\"") }
        return Response.json(items)
            .header("X-Total-Count", "\(total)")
            .header("Link", links.joined(separator: ", "))
    }

    app.put("/claims/:id/decision") { request in
        try requireStaff(request, token: staffToken)
        let id = try request.parameter("id", as: Int.self)
        let decision = try await request.decode(Decision.self)
        return Response.json(try await claims.decide(id, accepted: decision.accepted))
    }

    app.use("/claims/:id/photos", PhotoController(claims: claims, photos: photos))

    app.post("/webhooks/carrier") { request in
        let body = try await request.text()
        guard let code = request.headers["X-Carrier-Signature"],
            let timestamp = request.headers["X-Carrier-Timestamp"],
            signature.isValid(code, timestamp: timestamp, body: body, now: Date())
        else { throw Problem(.unauthorized, "The signature does not fit.") }
        let event = try JSONDecoder().decode(CarrierEvent.self, from: Data(body.utf8))
        switch event.kind {
        case .collected: try await claims.shipped(event.claim, tracking: event.tracking)
        case .delivered, .returned: request.logger.info("Carrier: \(event.kind) \(event.claim)")
        }
        return Response(.noContent)
    }
    return app
}

/// Staff only: a bearer token.
private func requireStaff(_ request: Request, token: String) throws {
    guard let field = request.headers[.authorization] else {
        throw Problem(.unauthorized, "Log in.", headers: [.wwwAuthenticate: "Bearer"])
    }
    guard field == "Bearer \(token)" else { throw Problem(.forbidden, "This is for the staff.") }
}
