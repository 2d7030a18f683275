import Fledge
import RinkCore

@Schema struct TicketOrder: Sendable {
    @Field(.range(0...120)) var age: Int
    var ownSkates: Bool = false
}

@Schema struct Ticket: Sendable {
    var session: Session
    var cents: Int
}

@Route struct TicketsRoute {
    let sessions: SessionService

    /// Sells a ticket at the desk.
    func POST(id: Int, body: TicketOrder) async throws -> Ticket {
        let session = try await sessions.takePlace(in: id)
        var cents: Int
        switch body.age {
        case ..<4: cents = 0
        case ..<16: cents = 450
        case 65...: cents = 500
        default: cents = 700
        }
        if !body.ownSkates { cents += 350 }
        return Ticket(session: session, cents: cents)
    }
}
