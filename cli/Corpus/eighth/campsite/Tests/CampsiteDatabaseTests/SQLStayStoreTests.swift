import CampsiteDatabase
import CampsiteServices
import FledgeDataTesting
import Foundation
import Testing

@Suite(.database(migrations: "migrations")) struct SQLStayStoreTests {
    @Test func `what is added is found`() async throws {
        let store = SQLStayStore(try TestDatabase.current)
        let start = Date(timeIntervalSince1970: 1_770_000_000)
        let stay = try await store.add(
            NewStay(
                pitch: 2, guest: "Ada", people: 2, from: start,
                until: start.addingTimeInterval(86_400)))
        #expect(try await store.find(stay.id) == stay)
        #expect(try await store.stays(on: 2) == [stay])
        try await store.setState(.here, of: stay.id)
        #expect(try await store.list(after: 0, limit: 5).first?.state == .here)
        #expect(try await store.pitch(9) == nil)
    }
}
