import Fledge

@Schema struct Signup: Sendable {
    var email: String
    @Field(.oneOf("de", "en")) var language: String = "en"
}

@Route struct SubscribeRoute {
    let subscribers: SubscriberService

    func POST(body: Signup) async throws -> Response {
        guard body.email.contains("@"), body.email.contains(".") else {
            throw Problem(.unprocessableContent, "This is no e-mail address.", code: "email")
        }
        let isNew = try await subscribers.subscribe(body.email, language: body.language)
        // Who is on the list already is told nothing else: the list is nobody's business.
        return Response(isNew ? .accepted : .ok)
    }

    func DELETE(email: String) async throws -> Response {
        try await subscribers.unsubscribe(email)
        return Response(.noContent)
    }
}
