import Fledge
import FledgeData
import FledgeDataTesting
import FledgeTesting
import Foundation
import Testing

@testable import League

@Suite(.database(migrations: "migrations")) struct LeagueTests {
    func withApp(_ body: (TestClient, Database) async throws -> Void) async throws {
        let database = try TestDatabase.current
        let app = makeApp(
            database: database, environment: Environment(mode: .test, values: [:]),
            uploads: NSTemporaryDirectory())
        try await app.test { try await body($0, database) }
    }

    func addTeams(_ client: TestClient) async throws {
        for (name, code) in [("Rovers", "ROV"), ("United", "UNI")] {
            try await client.post("/teams", json: ["name": name, "code": code]).expect(.created)
        }
    }

    @Test func `three points for a win, and a forfeit is 3:0`() async throws {
        try await withApp { client, _ in
            try await addTeams(client)
            try await client.get("/teams/1").expect(.ok)
            try await client.get("/teams/9").expectProblem(.notFound)
            for _ in 1...2 {
                let match = NewMatch(home: 1, away: 2, kickOff: Date())
                try await client.post("/matches", json: match).expect(.created)
            }
            try await client.put("/matches/1/score", json: ["home": 1, "away": 1]).expect(.ok)
            try await client.send(.put, "/matches/2/forfeit").expect(.noContent)
            let table = try await client.get("/table").json([Standing].self)
            #expect(table.map(\.points) == [4, 1])
        }
    }

    @Test func `the fifth yellow card suspends`() async throws {
        try await withApp { client, database in
            for _ in 1...5 {
                try await client.post("/matches/1/cards", json: ["player": 7, "colour": "yellow"] as JSON)
                    .expect(.noContent)
            }
            let matches = try await database.one("SELECT matches FROM suspensions", as: Int.self)
            #expect(matches == 1)
        }
    }

    @Test(arguments: ["/teams/1/logo", "/venues/1/plan"])
    func `a picture is a picture`(path: String) async throws {
        try await withApp { client, _ in
            try await addTeams(client)
            let body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.gif\"\r\n"
                + "Content-Type: image/gif\r\n\r\nx\r\n--b--\r\n"
            try await client.send(
                .put, path, headers: [.contentType: "multipart/form-data; boundary=b"],
                body: Body(body)
            ).expectProblem(.unsupportedMediaType)
        }
    }

    @Test func `a referee is from elsewhere and free`() {
        let found = RefereeService().candidates(
            ["Kim": "Bern", "Lou": "Chur", "Max": "Thun"], notFrom: ["Bern"], busy: ["Max"])
        #expect(found == ["Lou"])
    }
}
