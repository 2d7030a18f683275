import Fledge
import FledgeTesting
import SkydiveServices
import Testing

@testable import Skydive

@Suite struct SkydiveTests {
    @Test func `a load fills up and is closed`() async throws {
        let app = App(mode: .test)
        FileRoutes.mount(on: app, services: Services(loads: InMemoryLoadStore()))
        try await app.test { client in
            let new = NewLoad(aircraft: "Porter", seats: 1)
            try await client.post("/api/loads", json: new).expect(.created)
            let path = "/api/loads/1"
            let eva = Jumper(name: "Eva", jumps: 200, kilos: 64)
            try await client.post("\(path)/jumpers", json: eva).expect(.created)
            try await client.post("\(path)/jumpers", json: eva).expect(.conflict)
            let board = try await client.get("/api/loads").json([LoadLine].self)
            #expect(board == [LoadLine(id: 1, title: "Porter #1", free: 0)])
            #expect(try await client.get(path).json(Load.self).jumpers == [eva])
            try await client.delete(path).expect(.ok)
            try await client.get("/api/loads/9").expectProblem(.notFound)
        }
    }
}
