import Foundation

package protocol GuestStore: Sendable {
    func invitation(_ code: String) async throws -> Invitation?
    func event() async throws -> Event
    func save(_ response: Response, for code: String) async throws
}

package struct Services: Sendable {
    package let guests: GuestService

    package init(guests: GuestService) { self.guests = guests }
}

package struct GuestService: Sendable {
    package struct Answer: Sendable {
        package let response: Response
        package let isFirst: Bool
    }

    let store: any GuestStore
    let now: @Sendable () -> Date

    package init(store: any GuestStore, now: @escaping @Sendable () -> Date = { Date() }) {
        self.store = store
        self.now = now
    }

    package func invitation(_ code: String) async throws -> Invitation {
        guard let invitation = try await store.invitation(code.uppercased()) else {
            throw RsvpError.unknownInvitation
        }
        return invitation
    }

    package func event(of code: String) async throws -> Event {
        _ = try await invitation(code)
        return try await store.event()
    }

    package func respond(to code: String, with draft: Response.Draft) async throws -> Answer {
        let invitation = try await invitation(code)
        let event = try await store.event()
        guard now() <= event.deadline else { throw RsvpError.closed(event.deadline) }
        let guests = draft.status == .declined ? 0 : max(draft.guests, 1)
        guard guests <= invitation.seats else {
            throw RsvpError.tooManyGuests(allowed: invitation.seats)
        }
        let response = Response(status: draft.status, guests: guests)
        try await store.save(response, for: invitation.code)
        return Answer(response: response, isFirst: invitation.response == nil)
    }
}
