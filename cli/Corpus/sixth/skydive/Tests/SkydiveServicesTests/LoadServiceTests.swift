import SkydiveServices
import Testing

@Suite struct LoadServiceTests {
    private let loads = LoadService(store: InMemoryLoadStore())

    @Test func `a load takes what it lifts`() async throws {
        let load = try await loads.plan(aircraft: "Porter", seats: 22)
        for number in 1...12 {
            _ = try await loads.board(
                Jumper(name: "J\(number)", jumps: number, kilos: 100), on: load.id)
        }
        await #expect(throws: JumpError.tooHeavy(limit: 1_200)) {
            try await loads.board(Jumper(name: "One more", jumps: 1, kilos: 40), on: load.id)
        }
    }

    @Test func `nobody boards when the doors are shut`() async throws {
        let load = try await loads.plan(aircraft: "Porter", seats: 1)
        _ = try await loads.close(load.id)
        await #expect(throws: JumpError.closed(load.id)) {
            try await loads.board(Jumper(name: "Late", jumps: 3, kilos: 70), on: load.id)
        }
    }
}
