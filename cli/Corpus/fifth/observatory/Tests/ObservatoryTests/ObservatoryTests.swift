import Fledge
import FledgeTesting
import ObservatoryServices
import Testing

@testable import Observatory

@Suite struct ObservatoryTests {
    @Test func `from a proposal to a calendar`() async throws {
        let app = makeApp(services: Services(), environment: Environment(mode: .test, values: [:]))
        try await app.test { client in
            for title in ["Andromeda", "Andromeda, again"] {
                let new = NewProposal(title: title, target: "M 31", hours: 2)
                try await client.post("/proposals", json: new).expect(.created)
            }
            try await client.get("/proposals/1").expect(.ok)
            try await client.get("/proposals/7").expectProblem(.notFound)
            try await client.post("/proposals/2/grades", json: ["grade": 8]).expect(.ok)
            try await client.post("/proposals/2/grades", json: ["grade": 11])
                .expectProblem(.unprocessableContent, pointer: "/grade", code: "range")
            let page = try await client.get("/proposals?size=1")
            #expect(try page.member("next") == "/proposals?page=2&size=1")
            let plan = "/schedule?from=2026-11-23"
            #expect(try await client.get("\(plan)&format=csv").text.contains("\"Andromeda, again\""))
            #expect(try await client.get("\(plan)&format=ics").text.contains("BEGIN:VEVENT"))
            try await client.get(plan).expect(.ok)
        }
    }
}
