import Fledge
import FledgeData
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Choir

@Suite(.database(migrations: "migrations")) struct ChoirTests {
    private let ada: JSON = ["name": "Ada Byron", "voice": "A", "height": 168]

    @Test func `a singer joins and comes to rehearsals`() async throws {
        try await makeApp(Choir(database: try TestDatabase.current)).test { client in
            let singer = try await client.post("/singers", json: ada).expect(.created).json(
                Singer.self)
            #expect(singer.initials == "A. B.")
            try await client.post("/singers", json: ["name": " ", "voice": "X", "height": 9])
                .expectProblem(.unprocessableContent)
            try await client.get("/singers?voice=A").expect(.ok)
            try await client.get("/singers/1").expect(.ok)
            for day in 1...8 {
                try await client.post(
                    "/singers/1/rehearsals",
                    json: ["day": .string("2026-03-0\(day)T19:00:00Z"), "present": .bool(day > 1)]
                ).expect(.noContent)
            }
            try await client.get("/singers/1/standing").expect(json: [
                "concert": true, "solo": true,
            ])
        }
    }

    @Test func `a concert is planned and reviewed`() async throws {
        try await makeApp(Choir(database: try TestDatabase.current)).test { client in
            let new: JSON = [
                "title": "Spring", "day": "2020-05-01T18:00:00Z", "width": 10, "songs": ["A", "B"],
            ]
            try await client.post("/concerts", json: new).expect(.created)
            try await client.get("/concerts/1").expect(.ok)
            let answer = try await client.send(.post, "/concerts/1/review").expect(.ok)
            #expect(try answer.json(Concert.self).state == .cancelled)
            try await client.post(
                "/concerts",
                json: [
                    "title": "X", "day": "2020-05-01T18:00:00Z", "width": 9, "songs": ["A", "A"],
                ]
            ).expectProblem(.unprocessableContent, code: "songs")
        }
    }

    @Test func `only the conductor exports`() async throws {
        var choir = Choir(database: try TestDatabase.current)
        choir.export = { "the list" }
        try await makeApp(choir).test { client in
            try await client.get("/admin/export").expectProblem(.forbidden)
            let list = try await client.get("/admin/export", headers: ["X-Conductor": "yes"])
            #expect(list.text == "the list")
        }
    }
}
