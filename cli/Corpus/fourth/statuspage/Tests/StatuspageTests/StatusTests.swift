import Fledge
import FledgeTesting
import Testing

@testable import Statuspage

actor ScriptedProbe: Probe {
    var times: [Int?]

    init(_ times: [Int?]) { self.times = times }

    func milliseconds(of component: String) -> Int? { times.isEmpty ? 20 : times.removeFirst() }
}

@Suite struct StatusTests {
    private func app(_ times: Int?...) -> App {
        makeApp(
            services: Services(probe: ScriptedProbe(times), components: ["api"]),
            settings: StatusSettings(cronSecret: Secret("hush")))
    }

    @Test func `two failures make an incident`() async throws {
        try await app(nil, nil).test { client in
            var cron = client
            cron.headers[.authorization] = "Bearer hush"
            try await client.send(.post, "/cron/probe").expectProblem(.unauthorized)
            try await cron.send(.post, "/cron/probe").expect(json: ["changed": 0])
            try await cron.send(.post, "/cron/probe").expect(json: ["changed": 1])
            try await client.get("/components/api").expect(
                json: ["name": "api", "state": "down", "failures": 2])
            let incidents = try await client.get("/incidents?limit=5").expect(.ok)
            let tag = try #require(incidents.headers[.eTag])
            try await client.get("/incidents", headers: [.ifNoneMatch: tag]).expect(.notModified)
            try await cron.post("/cron/prune", json: ["days": 30]).expect(.noContent)
        }
    }

    @Test(arguments: ["text/html", "application/json", "text/plain"])
    func `the summary comes as it is asked for`(type: String) async throws {
        try await app().test { client in
            let page = try await client.get("/", headers: [.accept: type]).expect(.ok)
            #expect(page.text.contains("All systems work"))
            #expect(page.headers[.contentType]?.hasPrefix(type) == true)
        }
    }

    @Test func `a badge is a picture`() async throws {
        try await app().test { client in
            #expect(try await client.get("/components/api/badge.svg").text.contains("#2a2"))
            try await client.get("/components/none/badge.svg").expect(.notFound)
        }
    }
}
