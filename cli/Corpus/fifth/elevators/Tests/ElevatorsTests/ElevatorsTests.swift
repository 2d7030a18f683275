import Fledge
import FledgeDataTesting
import FledgeTesting
import Foundation
import Testing

@testable import Elevators

@Suite(.database(migrations: "migrations")) struct ElevatorsTests {
    @Test func `a job is reported, given to somebody and done`() async throws {
        let app = App(environment: Environment(mode: .test, values: [:]))
        FileRoutes.mount(on: app, services: Services(database: try TestDatabase.current))
        try await app.test { client in
            let new = NewJob(elevator: "E-0042", fault: "The door sticks.")
            let job = try await client.post("/jobs", json: new).expect(.created).json(Job.self)
            let path = "/jobs/\(job.id)"
            try await client.put("\(path)/mechanic", json: ["name": "Kim"]).expect(.ok)
            #expect(try await client.get(path).member("mechanic") == "Kim")
            try await client.delete(path).expect(.ok)
            try await client.delete(path).expectProblem(.conflict, code: "done")
            try await client.get("/jobs/9").expectProblem(.notFound)
        }
    }

    @Test(arguments: [(true, 20.0, "urgent"), (true, 31, "director"), (false, 241, "overdue")])
    func `who waits too long goes up`(isTrapped: Bool, minutes: Double, level: String) async throws {
        let services = Services(database: try TestDatabase.current)
        let new = NewJob(elevator: "E-0042", fault: "It stands still.", isTrapped: isTrapped)
        let job = try await services.jobs.report(new).value
        let later = job.reportedAt.addingTimeInterval(minutes * 60)
        let board = try await BoardRoute(jobs: services.jobs).GET(now: later)
        #expect(board.map(\.level) == [level])
    }
}
