import Fledge
import FledgeTesting
import Foundation
import PianoCore
import Testing

@testable import PianoTuning

actor PaperCalendar: VisitCalendar {
    private(set) var entries: [String] = []
    func enter(_ title: String, on day: Date) { entries.append(title) }
}

@Suite struct PianoTests {
    let grand = NewPiano(serial: "ST-4711", kind: .grand, owner: "Ada")

    @Test func `a piano is added once and found by its number`() async throws {
        try await makeApp(Services(calendar: PaperCalendar())).test { client in
            try await client.post("/pianos", json: grand).expect(.created)
            try await client.post("/pianos", json: grand).expectProblem(.conflict, code: "serial")
            try await client.get("/pianos/1").expect(.ok)
            try await client.get("/pianos?serial=st-4711").expect(.ok)
            try await client.get("/pianos?serial=none").expectProblem(.notFound)
        }
    }

    @Test func `a tuning is planned, entered and recorded once`() async throws {
        let paper = PaperCalendar()
        let services = Services(calendar: paper)
        _ = try await services.pianos.add(grand)
        try await makeApp(services).test { client in
            let visit = try await client.post("/pianos/1/visits", json: ["when": "2026-05-01"])
                .expect(.created)
            #expect(try visit.member("francs") == 240)
            try await client.post("/pianos/1/visits", json: ["when": "2026-W19"])
                .expectProblem(.conflict, code: "too_soon")
            try await client.post("/pianos/1/visits", json: ["when": "soon"])
                .expectProblem(.unprocessableContent)
            try await client.put("/visits/1/pitch", json: ["hertz": 441]).expect(.ok)
            try await client.put("/visits/1/pitch", json: ["hertz": 440])
                .expectProblem(.conflict, code: "tuned")
            let history = try await client.get("/pianos/1/visits?since=2026-01-01").expect(.ok)
                .json([Visit].self)
            #expect(history.count == 1)
            try await client.get("/pianos/1/visits?since=2026-02-01&until=2026-01-01")
                .expectProblem(.badRequest)
        }
        #expect(await paper.entries == ["Tune ST-4711"])
    }
}
