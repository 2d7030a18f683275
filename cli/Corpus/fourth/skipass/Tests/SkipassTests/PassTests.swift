import Fledge
import FledgeTesting
import SkipassServices
import Testing

@testable import Skipass

@Suite struct PassTests {
    let passes = PassService()

    @Test(arguments: [(5, 1, Tariff.free), (12, 1, .reduced), (30, 1, .full), (30, 6, .reduced)])
    func `the tariff goes by age and days`(age: Int, days: Int, tariff: Tariff) async throws {
        let pass = try await PassController(passes: passes)
            .buy(body: NewPass(age: age, days: days, firstDay: 10)).value
        #expect(pass.tariff == tariff)
        #expect(try await PassController(passes: passes).show(id: pass.id) == pass)
    }

    @Test func `a card opens on its days`() async throws {
        let controller = PassController(passes: passes)
        _ = try await controller.buy(body: NewPass(age: 30, days: 2, firstDay: 10))
        let code = try await controller.code(id: 1)
        for (day, opens) in [(11, true), (12, false)] {
            let answer = try await GateController(passes: passes)
                .swipe(gate: "north", body: Swipe(code: code, day: day))
            #expect(answer == ["open": .bool(opens), "gate": "north"])
        }
    }

    @Test func `a pass that nobody bought is not found`() async throws {
        try await makeApp(passes: passes, lifts: LiftService(lifts: [:])).test { client in
            try await client.get("/passes/9").expectProblem(.notFound, code: "unknown_pass")
        }
    }
}
