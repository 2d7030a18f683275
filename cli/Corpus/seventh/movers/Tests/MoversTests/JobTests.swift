import Fledge
import FledgeData
import FledgeDataTesting
import FledgeTesting
import Foundation
import Testing

@testable import Movers

@Suite(.database(migrations: "migrations")) struct JobTests {
    private let new: JSON = [
        "name": "Ada", "phone": "+41791234567", "day": "2036-03-05T00:00:00Z", "rooms": 3,
        "kilometres": 30,
    ]

    @Test func `a move is booked, found and carried`() async throws {
        let database = try TestDatabase.current
        try await makeApp(Services(database: database)).test { client in
            let job = try await client.post("/api/jobs", json: new).expect(.created).json(Job.self)
            #expect(job.price == 6 * 14_500 + 1800)
            try await client.get("/api/jobs/1").expect(.ok)
            try await client.get("/api/jobs/9").expectProblem(.notFound)
            try await database.execute("INSERT INTO crew VALUES (1, 'Bo'), (1, 'Al')")
            try await client.get("/api/jobs/1/crew").expect(json: ["Al", "Bo"])
            try await client.put("/api/jobs/1/labels", json: ["labels": ["Books"]])
                .expect(json: ["1 Ada: Books"])
            try await client.put("/api/jobs/1/labels", json: ["labels": [""]])
                .expectProblem(.unprocessableContent, code: "label")
            try await client.patch("/api/jobs/1", json: ["state": "moved"])
                .expectProblem(.conflict, code: "state")
            try await client.patch("/api/jobs/1", json: ["state": "packed"]).expect(.ok)
        }
    }

    @Test func `a phone number must be one`() async throws {
        let route = JobsRoute(jobs: Services(database: try TestDatabase.current).jobs)
        await #expect(throws: Problem.self) {
            try await route.POST(
                body: NewJob(name: "Ada", phone: "079", day: Date(), rooms: 3, kilometres: 1))
        }
        await #expect(throws: Problem.self) {
            try await route.POST(
                body: NewJob(name: "", phone: "+41791234567", day: Date(), rooms: 3, kilometres: 1))
        }
    }

    @Test func `who cancels early pays nothing`() async throws {
        let services = Services(database: try TestDatabase.current)
        let day = Date().addingTimeInterval(30 * 86_400)
        _ = try await JobsRoute(jobs: services.jobs).POST(
            body: NewJob(name: "Ada", phone: "+41791234567", day: day, rooms: 2, kilometres: 1))
        #expect(try await JobRoute(jobs: services.jobs).DELETE(id: 1).fee == 0)
    }
}
