import Fledge
import FledgeData
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Newsletter

struct ScriptedBounces: BounceHandling {
    let answer: Bool

    func bounced(_ address: String, isHard: Bool) -> Bool { answer && isHard }
}

@Suite struct NewsletterTests {
    let ada = Account(id: 1, plan: .free)

    private func fill(_ count: Int) async throws -> Database {
        let database = try TestDatabase.current
        try await database.execute("INSERT INTO campaigns (subject) VALUES ('Spring')")
        for number in 0..<count {
            let (email, token) = ("a\(number)@b.c", "t\(number)")
            try await database.execute(
                "INSERT INTO subscribers (email, token) VALUES (\(email), \(token))")
        }
        return database
    }

    @Test(.database(migrations: "migrations"))
    func `a campaign is queued until the plan is used up`() async throws {
        let database = try await fill(1_500)
        let send = SendRoute(
            campaigns: CampaignService(database: database),
            subscribers: SubscriberService(database: database))
        #expect(try await send.POST(id: 1, account: ada).status == .accepted)
        await #expect(throws: Problem.self) { try await send.POST(id: 1, account: ada) }
        #expect(try await send.POST(id: 1, account: Account(id: 1, plan: .pro)).status.code == 202)
    }

    @Test(.database(migrations: "migrations"))
    func `who leaves is gone`() async throws {
        let route = UnsubscribeRoute(database: try await fill(1))
        #expect(try await route.GET(token: "t0").text.contains("not hear"))
        await #expect(throws: Problem.self) { try await route.GET(token: "t0") }
    }

    @Test(.database(migrations: "migrations"))
    func `a sender has a name and an address`() async throws {
        let route = SettingsRoute(campaigns: CampaignService(database: try await fill(0)))
        let fine = SenderSettings(fromName: "Ada", replyTo: "ada@example.com")
        #expect(try await route.PUT(account: ada, body: fine).status == .noContent)
        await #expect(throws: Problem.self) {
            try await route.PUT(account: ada, body: SenderSettings(fromName: "", replyTo: "x"))
        }
    }

    @Test func `a hard bounce is passed on`() async throws {
        let route = BounceRoute(bounces: ScriptedBounces(answer: true))
        let event = BounceEvent(address: "a@b.c", kind: "hard")
        #expect(try await route.POST(hookSecret: Header("whsec_1"), body: event).status == .ok)
        await #expect(throws: Problem.self) {
            try await route.POST(hookSecret: nil, body: event)
        }
    }

    @Test(.database(migrations: "migrations"))
    func `a digest names what was sent`() async throws {
        let digests = DigestService(campaigns: CampaignService(database: try await fill(0)))
        #expect(try await digests.subject(month: "May") == "May: Spring")
    }
}
