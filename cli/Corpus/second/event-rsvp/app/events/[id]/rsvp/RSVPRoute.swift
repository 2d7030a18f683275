import Fledge

@Schema struct RSVP: Sendable {
    var guests: [String]
    @Field(.length(...500)) var note: String = ""
}

@Route struct RSVPRoute {
    let events: Events

    func POST(id: Int, body: RSVP) async throws -> Response {
        for guest in body.guests where guest.isEmpty || guest.count > 60 {
            throw Problem(.unprocessableContent, "'\(guest)' is no name.", code: "guest")
        }
        if body.guests.isEmpty || body.guests.count > 5 {
            throw Problem(.unprocessableContent, "One to five guests.", code: "guests")
        }
        let left = try await events.reply(body.guests, to: id)
        return Response(.accepted).header("X-Seats-Left", "\(left)")
    }
}
