import Foundation
import RsvpServices
import Testing

@Suite struct GuestServiceTests {
    let event = Event(
        title: "Garden party", start: Date(timeIntervalSince1970: 2_000),
        deadline: Date(timeIntervalSince1970: 1_000))

    private func service(at time: TimeInterval) -> GuestService {
        GuestService(store: FixedStore(event: event), now: { Date(timeIntervalSince1970: time) })
    }

    @Test func `an answer after the deadline is refused`() async {
        await #expect(throws: RsvpError.closed(event.deadline)) {
            try await service(at: 1_001).respond(to: "ab12", with: .init(status: .accepted))
        }
    }

    @Test func `an invitation for two does not seat three`() async {
        await #expect(throws: RsvpError.tooManyGuests(allowed: 2)) {
            try await service(at: 1).respond(to: "ab12", with: .init(status: .accepted, guests: 3))
        }
    }

    @Test func `who declines brings nobody`() async throws {
        let answer = try await service(at: 1)
            .respond(to: "ab12", with: .init(status: .declined, guests: 2))
        #expect(answer.response.guests == 0)
        #expect(answer.isFirst)
    }
}

struct FixedStore: GuestStore {
    let event: Event

    func invitation(_ code: String) -> Invitation? {
        code == "AB12" ? Invitation(code: code, household: "Lovelace", seats: 2) : nil
    }
    func event() -> Event { event }
    func save(_ response: Response, for code: String) {}
}
