import FledgeData
import FledgeDataTesting
import FledgeTesting
import Foundation
import OpticCore
import Testing

@testable import Optician

struct FixedRecalls: Recalls {
    func due(on day: Date) async -> [String] { ["Ada"] }
}

@Suite(.database(migrations: "migrations")) struct OpticianTests {
    func services() throws -> Services {
        Services(
            glasses: GlassesService(frames: ["round": 180, "square": 240]),
            database: try TestDatabase.current)
    }

    let eye = Eye(sphere: -2.5)

    @Test func `glasses are ordered with a deposit`() async throws {
        try await makeApp(services()).test { client in
            let order = GlassesOrder(frame: "round", left: eye, right: eye)
            let made = try await client.post("/glasses", json: order).expect(.created)
                .json(Glasses.self)
            #expect(made.deposit == 60)
            try await client.get("/glasses/\(made.id)").expect(.ok)
            try await client.get("/frames").expect(json: ["round", "square"])
        }
    }

    @Test(arguments: [Eye(sphere: 25), Eye(sphere: 1, axis: 200)])
    func `a lens that cannot be ground is refused`(wrong: Eye) async throws {
        try await makeApp(services()).test { client in
            let order = GlassesOrder(frame: "round", left: wrong, right: eye)
            try await client.post("/glasses", json: order).expectProblem(.unprocessableContent)
        }
    }

    @Test func `an offer counts the coating and the insurance`() async throws {
        let controller = GlassesController(glasses: try services().glasses)
        let offer = try await controller.offer(
            body: GlassesOrder(
                frame: "round", left: eye, right: eye, coating: .hard, insured: true))
        #expect(offer.total == 400)
        #expect(offer.insurance == 180)
    }

    @Test func `who asks for a visit is on the list of that day`() async throws {
        try await makeApp(services()).test { client in
            let visit = Visit(name: "Ada", email: "ada@example.com", day: "2026-03-02")
            try await client.post("/visits", json: visit).expect(.created)
            let list = try await client.get("/visits?day=2026-03-02").expect(.ok).json([Visit].self)
            #expect(list.count == 1)
            let wrong = Visit(name: "A", email: "ada@", day: "2026-03-02")
            try await client.post("/visits", json: wrong)
                .expectProblem(.unprocessableContent, code: "visit")
        }
    }

    @Test func `a letter names who it is for`() async {
        let run = NightlyRun(recalls: FixedRecalls(), stock: FrameStockService(wall: [:]))
        let letters = await run.letters(on: Date(timeIntervalSince1970: 0))
        #expect(letters == ["Dear Ada, your eye test is due."])
    }
}
