import Fledge

func mountWebhooks(on app: App, services: Services, secrets: Secrets) {
    // The signature is over the bytes as they came, so the body is read as text first.
    app.post("/webhooks/stripe") { request in
        let payload = try await request.text()
        guard let header = request.headers["Stripe-Signature"] else {
            throw Problem(.badRequest, "Stripe-Signature is missing.")
        }
        let parts = header.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let fields = Dictionary(parts.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
        guard let time = fields["t"], let signature = fields["v1"],
            Signature.verify(signature, of: "\(time).\(payload)", secret: secrets.stripe)
        else {
            throw Problem(.unauthorized, "The signature does not fit the body.", code: "bad_signature")
        }
        let outcome = try await services.events.accept(source: .stripe, payload: payload)
        return Response(outcome == .duplicate ? .ok : .accepted)
    }

    app.post("/webhooks/github") { request in
        let payload = try await request.text()
        let kind = request.headers["X-GitHub-Event"] ?? "push"
        if kind == "ping" { return Response(.noContent) }
        _ = try await services.events.accept(source: .github, payload: payload)
        return Response(.accepted)
    }
}
