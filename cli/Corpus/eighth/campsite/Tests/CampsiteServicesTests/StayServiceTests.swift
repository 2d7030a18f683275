import CampsiteServices
import Foundation
import Testing

let day = 86_400.0
let monday = Date(timeIntervalSince1970: 1_770_000_000)

func camp() -> StayService {
    StayService(store: InMemoryStayStore(pitches: [Pitch(id: 1, name: "Birch", hasPower: true)]))
}

func nights(_ from: Double, _ until: Double, pitch: Int = 1) -> NewStay {
    NewStay(
        pitch: pitch, guest: "Ada", people: 2, from: monday.addingTimeInterval(from * day),
        until: monday.addingTimeInterval(until * day))
}

@Suite struct StayServiceTests {
    @Test func `one guest leaves and the next one comes on the same day`() async throws {
        let stays = camp()
        _ = try await stays.book(nights(0, 2))
        _ = try await stays.book(nights(2, 3))
        await #expect(throws: CampError.taken(pitch: 1)) { try await stays.book(nights(1, 2)) }
        await #expect(throws: CampError.noPitch(7)) { try await stays.book(nights(0, 1, pitch: 7)) }
        #expect(try await stays.list(after: 1, limit: 5).map(\.id) == [2])
    }

    @Test func `nobody leaves who has not come`() async throws {
        let stays = camp()
        let stay = try await stays.book(nights(0, 2))
        await #expect(throws: CampError.wrongState(.booked)) {
            try await stays.move(stay.id, to: .left)
        }
        #expect(try await stays.move(stay.id, to: .here).state == .here)
    }

    @Test func `a stay ends after it begins`() {
        #expect(!nights(2, 1).violations().isEmpty)
    }
}
