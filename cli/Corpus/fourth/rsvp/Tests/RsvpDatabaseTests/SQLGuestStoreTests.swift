import FledgeData
import FledgeDataTesting
import RsvpDatabase
import RsvpServices
import Testing

@Test(.database(migrations: "migrations"))
func `a saved answer comes back with its invitation`() async throws {
    let database = try TestDatabase.current
    try await database.execute(
        "INSERT INTO invitations (code, household, seats) VALUES ('AB12', 'Lovelace', 2)")
    let store = SQLGuestStore(database)
    try await store.save(Response(status: .accepted, guests: 2), for: "AB12")
    #expect(try await store.invitation("AB12")?.response?.guests == 2)
}
