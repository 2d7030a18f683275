import FledgeTesting
import Plots
import Testing

@testable import Allotments

@Suite struct AppTests {
    private let store = PlotStore(plots: [Plot(id: 1, squareMetres: 200, water: true)])

    @Test func `plots are shown with their rent`() async throws {
        try await makeApp(Services(store: store)).test { client in
            let views = try await client.get("/plots?free=true&sort=size").json([PlotView].self)
            #expect(views.map(\.rent) == ["96.00"])
            try await client.get("/plots/1").expect(.ok)
            try await client.get("/plots/5").expectProblem(.notFound, code: "no_plot")
        }
    }

    @Test func `a request gets its turn`() async throws {
        try await makeApp(Services(store: store)).test { client in
            for name in ["ada", "bob"] {
                let new = NewRequest(name: name, email: "\(name)@example.com")
                try await client.post("/requests", json: new).expect(.created)
            }
            try await client.get("/requests/2").expect(.ok)
            try await client.send(.post, "/requests/2/turn").expect(.accepted)
            try await client.send(.post, "/requests/1/turn").expect(.created)
            try await client.send(.post, "/requests/1/turn").expectProblem(.notFound)
        }
    }
}
