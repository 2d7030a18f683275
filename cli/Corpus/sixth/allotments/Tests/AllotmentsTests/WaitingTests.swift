import Testing

@testable import Plots

@Suite struct WaitingTests {
    /// The services as the rest of the app sees them: by their protocol.
    private let waiting: any Waiting = WaitingService(
        store: PlotStore(plots: [
            Plot(id: 1, squareMetres: 200, water: true),
            Plot(id: 2, squareMetres: 150, water: false),
        ]))

    @Test func `the first gets the smallest, the second waits`() async throws {
        let ada = try await waiting.ask(name: "Ada", email: "ada@example.com")
        let bob = try await waiting.ask(name: "Bob", email: "bob@example.com")
        #expect(try await waiting.respond(to: bob) == .waiting(place: 1))
        #expect(try await waiting.respond(to: ada) == .offered(Offer(plot: 2, rent: 5_700)))
        #expect(try await waiting.respond(to: bob) == .offered(Offer(plot: 1, rent: 9_600)))
    }

    @Test func `nobody waits twice`() async throws {
        _ = try await waiting.ask(name: "Ada", email: "ada@example.com")
        await #expect(throws: PlotError.alreadyWaiting("ada@example.com")) {
            try await waiting.ask(name: "A.", email: "ada@example.com")
        }
    }
}
