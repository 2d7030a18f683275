import FledgeData
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Fleamarket

private struct AnySignature: SignatureChecking {
    func isValid(_ signature: String, for body: String) -> Bool { signature == "ok" }
}

@Suite struct MarketTests {
    private func stalls() throws -> StallService {
        StallService(store: SQLStallStore(database: try TestDatabase.current))
    }

    @Test(.database(migrations: "migrations"))
    func `a trader gets three stalls`() async throws {
        let route = StallsRoute(stalls: try stalls(), days: DayService(days: MarketDay.season))
        let request = StallRequest(trader: "Ute", metres: 3)
        for _ in 1...3 { _ = try await route.POST(day: "2027-05-02", body: request) }
        await #expect(throws: Problem.self) {
            try await route.POST(day: "2027-05-02", body: request)
        }
        #expect(try await route.GET(day: "2027-05-02").count == 3)
        #expect(try await StallRoute(stalls: route.stalls).GET(id: 1).trader == "Ute")
    }

    @Test(.database(migrations: "migrations"))
    func `the square is not larger than it is`() async throws {
        let service = try stalls()
        let day = MarketDay(date: "2027-07-04", square: "Yard", metres: 4)
        _ = try await service.request(day: day, trader: "Ute", metres: 3)
        await #expect(throws: MarketError.full("2027-07-04")) {
            try await service.request(day: day, trader: "Jan", metres: 2)
        }
    }

    @Test(.database(migrations: "migrations"))
    func `an invoice that is paid makes a stall paid`() async throws {
        let service = try stalls()
        let stall = try await service.request(
            day: MarketDay.season[0], trader: "Ute", metres: 2)
        let route = BankRoute(stalls: service, signatures: AnySignature())
        for body in [
            #"{"kind":"invoice","stall":1,"cents":0}"#,
            #"{"kind":"payment","stall":1,"cents":2800}"#,
        ] {
            let request = try Request(
                .post, "/webhooks/bank", headers: [.contentType: "application/json"],
                body: Body(body))
            let response = try await route.POST(request: request, xBankSignature: Header("ok"))
            #expect(response.status == .noContent)
        }
        #expect(try await service.find(stall.id).state == .paid)
    }

    @Test(.database(migrations: "migrations"))
    func `what was cancelled goes at night`() async throws {
        let service = try stalls()
        let stall = try await service.request(
            day: MarketDay.season[0], trader: "Ute", metres: 2)
        try await service.set(stall, .cancelled)
        let route = CleanupRoute(database: try TestDatabase.current)
        #expect(try await route.POST(authorization: Header("Bearer nightly")).stalls == 1)
        await #expect(throws: Problem.self) {
            try await route.POST(authorization: Header("Bearer guess"))
        }
    }

    @Test func `the season is on the page and on the poster`() {
        let days = DayService(days: MarketDay.season)
        #expect(SquaresRoute(days: days).GET().text.contains("Old Market"))
        #expect(PosterRoute(days: days).GET().text.contains("Station"))
    }

    @Test func `lots are the same for the same seed`() {
        let stalls = (1...5).map {
            Stall(id: $0, day: "2027-05-02", trader: "T\($0)", metres: 2, state: .paid)
        }
        let service = PitchService()
        #expect(service.draw(stalls, seed: 4) == service.draw(stalls, seed: 4))
    }
}
