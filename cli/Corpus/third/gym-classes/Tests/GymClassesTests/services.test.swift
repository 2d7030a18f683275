import FledgeDataTesting
import Testing

@testable import GymClasses

@Suite(.database(migrations: "migrations")) struct ServiceTests {
    @Test func `a full class takes nobody`() async throws {
        let c = Container.live(try TestDatabase.current, secret: "")
        let spin = try await c.schedule.plan(NewClass(title: "Spin", trainer: "Bo", places: 1))
        let ada = try await c.members.join(NewMember(name: "Ada", email: "a@b.c", plan: "gold"))
        _ = try await c.bookings.book(ada.id, into: spin)
        await #expect(throws: GymError.full) { try await c.bookings.book(99, into: spin) }
    }
}
