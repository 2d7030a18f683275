import Fledge
import FledgeTesting
import Foundation
import RsvpServices
import Testing

@testable import Rsvp

@Suite struct InvitationTests {
    let app = makeApp(services: Services(guests: GuestService(store: OneInvitation())))

    @Test func `a household answers its invitation`() async throws {
        try await app.test { client in
            try await client.get("/api/invitations/ab12").expect(.ok)
            let answer: JSON = ["status": "accepted", "guests": 2]
            try await client.put("/api/invitations/ab12", json: answer).expect(.created)
            try await client.get("/api/invitations/zz").expectProblem(.notFound)
        }
    }

    @Test func `the calendar has the title`() async throws {
        try await app.test { client in
            let file = try await client.get("/api/invitations/ab12/calendar").expect(.ok)
            #expect(file.text.contains("SUMMARY:Garden party\r\n"))
        }
    }
}

struct OneInvitation: GuestStore {
    func invitation(_ code: String) -> Invitation? {
        code == "AB12" ? Invitation(code: code, household: "Lovelace", seats: 2) : nil
    }
    func event() -> Event {
        Event(title: "Garden party", start: .distantFuture, deadline: .distantFuture)
    }
    func save(_ response: RsvpServices.Response, for code: String) {}
}
