import FledgeDataTesting
import SkydiveDatabase
import SkydiveServices
import Testing

@Suite struct SQLLoadStoreTests {
    @Test(.database(migrations: "migrations"))
    func `a load is kept with its jumpers`() async throws {
        let store = SQLLoadStore(try TestDatabase.current)
        var load = try await store.add(aircraft: "Otter", seats: 4)
        load.jumpers = [Jumper(name: "Eva", jumps: 200, kilos: 64)]
        try await store.save(load)
        #expect(try await store.find(load.id) == load)
        #expect(try await store.all() == [load])
    }
}
