// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeData
import FledgeDataTesting
import FledgeTesting
import FledgeTestingTLS
import Logging
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The examples of docs/Testing.md.
@Suite struct GuideTests {
    @Test func `a name is taken once`() async throws {
        let birds = BirdService(store: InMemoryBirdStore())
        let swift = try await birds.add(NewBird(name: "swift"))
        #expect(swift.name == "swift")
        await #expect(throws: BirdError.taken("swift")) {
            try await birds.add(NewBird(name: "swift"))
        }
    }

    @Test func `a new bird has an address to be found at`() async throws {
        let controller = BirdController(birds: BirdService(store: InMemoryBirdStore()))
        let created = try await controller.add(body: NewBird(name: "swift"))
        #expect(created.location == "/birds/1")
        #expect(try await controller.show(id: 1) == created.value)
    }

    @Test(arguments: TestDepth.allCases + [.tls])
    func `a bird is added and found`(depth: TestDepth) async throws {
        try await makeApp(.inMemory()).test(depth) { client in
            let new = NewBird(name: "swift")
            let bird = try await client.post("/birds", json: new).expect(.created).json(Bird.self)
            try await client.get("/birds/\(bird.id)").expect(json: ["id": 1, "name": "swift"])

            try await client.post("/birds", json: new).expectProblem(.conflict, code: "taken")
            try await client.post("/birds", json: ["name": ""])
                .expectProblem(.unprocessableContent, pointer: "/name", code: "length")
        }
    }

    @Test(.clock(at: "2026-01-31T09:30:00Z"), .fixedIDs)
    func `a ring has a number and a date`() async throws {
        let clock = TestClock.current
        var services = Services.inMemory()
        services.rings = RingService(now: { clock.date }, makeID: FixedIDs.current.uuid)
        try await makeApp(services).test { client in
            try await client.send(.post, "/rings").expect(.ok).expect(json: [
                "id": "00000000-0000-4000-8000-000000000001", "date": "2026-01-31T09:30:00Z",
            ])
            clock.advance(by: .seconds(60))
            let second = try await client.send(.post, "/rings")
            #expect(try second.member("date") == "2026-01-31T09:31:00Z")
        }
    }

    @Test(.clock()) func `a feeder waits an hour`() async throws {
        let clock = TestClock.current
        let feeding = Task {
            try await clock.sleep(for: .seconds(3600))
            return "seeds"
        }
        try await clock.sleepers()
        clock.advance(by: .seconds(3600))
        #expect(try await feeding.value == "seeds")
    }

    @Test(.fixedIDs, .capturedLogs)
    func `a bird that nobody knows is told with the id of the request`() async throws {
        try await makeApp(.inMemory()).test { client in
            let answer = try await client.get("/birds/9").expectProblem(.notFound)
            #expect(try answer.member("requestId") == "test-1")
            let line = try #require(CapturedLogs.current.lines.last)
            #expect(line.level == .notice && line.message.hasPrefix("GET /birds/9 404"))
            #expect(line.metadata["request-id"] == "test-1")
        }
    }

    @Test(.database(migrations: "migrations"))
    func `the store in SQL takes a name once`() async throws {
        let birds = SQLBirdStore(try TestDatabase.current)
        let swift = try await birds.add("swift")
        #expect(try await birds.find(swift.id) == swift)
        await #expect(throws: BirdError.taken("swift")) { try await birds.add("swift") }
    }

    @Test func `the whole app on a database`() async throws {
        try await Database.sandbox(migrations: "migrations") { database in
            var services = Services.inMemory()
            services.birds = BirdService(store: SQLBirdStore(database))
            try await makeApp(services).test { client in
                try await client.post("/birds", json: NewBird(name: "swift")).expect(.created)
                try await client.get("/birds/1").expect(json: ["id": 1, "name": "swift"])
            }
        }
    }
}

/// The page and the tests are held together: what it shows is code that ran.
@Suite struct GuideTextTests {
    @Test func `every example of the page is code of a test`() throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let root = here.appending(path: "../..").standardized
        let page = try lines(of: root.appending(path: "docs/Testing.md"))
        let sources = try ["GuideTests.swift", "GuideApp.swift"].flatMap {
            try lines(of: here.appending(path: $0))
        }
        let code = sources.joined(separator: "\n")
        let examples = page.split(separator: "```swift").dropFirst().map { block in
            block.prefix { $0 != "```" }.filter { !$0.isEmpty }.joined(separator: "\n")
        }
        #expect(examples.count >= 9)
        for example in examples {
            #expect(code.contains(example), "no test has:\n\(example)")
        }
    }

    private func lines(of file: URL) throws -> [String] {
        String(decoding: try Data(contentsOf: file), as: UTF8.self)
            .split(separator: "\n")
            .map { $0.trimmingPrefix { $0 == " " }.description }
    }
}
