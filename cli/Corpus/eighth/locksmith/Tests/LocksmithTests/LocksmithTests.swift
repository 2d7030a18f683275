import Fledge
import FledgeData
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Locksmith

struct StubDispatch: Dispatching {
    var name: String? = "Ines"
    func smith(for job: Job) async -> String? { name }
}

@Suite(.database(migrations: "migrations")) struct LocksmithTests {
    func services(_ dispatch: StubDispatch = StubDispatch()) throws -> Services {
        Services(database: try TestDatabase.current, dispatch: dispatch)
    }

    let call = NewJob(kind: .lockout, street: "Langstrasse 4", postcode: "8004", hour: 23)

    @Test func `a job is taken and quoted, dearer at night`() async throws {
        try await makeApp(services()).test { client in
            try await client.post("/jobs", json: call).expect(.created)
            try await client.get("/jobs/1").expect(.ok)
            let quote = try await client.get("/jobs/1/quote").expect(.ok)
            #expect(try quote.member("francs") == 270)
            let open = try await client.get("/jobs").json([Job].self)
            #expect(open.count == 1)
        }
    }

    @Test func `a job is given to one smith`() async throws {
        let services = try services()
        let job = await services.jobs.add(call)
        let route = AssignmentRoute(jobs: services.jobs, dispatch: services.dispatch)
        #expect(try await route.POST(id: job.id).smith == "Ines")
        await #expect(throws: JobError.taken(by: "Ines")) { try await route.POST(id: job.id) }
    }

    @Test func `where nobody drives nobody is sent`() async throws {
        let services = try services(StubDispatch(name: nil))
        _ = await services.jobs.add(call)
        try await makeApp(services).test { client in
            try await client.send(.post, "/jobs/1/assignment")
                .expectProblem(.conflict, code: "nobody")
        }
    }

    @Test func `a postcode is four digits`() async throws {
        try await makeApp(services()).test { client in
            var wrong = call
            wrong.postcode = "804"
            try await client.post("/jobs", json: wrong)
                .expectProblem(.unprocessableContent, code: "postcode")
        }
    }

    @Test func `a card is registered under its number`() async throws {
        try await makeApp(services()).test { client in
            let card = NewKeyCard(number: "KX123456", owner: "Ada")
            let created = try await client.post("/keycards", json: card).expect(.created)
            #expect(created.headers[.location] == "/keycards/KX123456")
            try await client.post("/keycards", json: NewKeyCard(number: "1", owner: "Ada"))
                .expectProblem(.unprocessableContent, code: "number")
        }
    }
}
