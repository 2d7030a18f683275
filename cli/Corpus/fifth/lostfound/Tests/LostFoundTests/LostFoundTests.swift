import Fledge
import FledgeTesting
import Foundation
import Testing

@testable import LostFound

@Suite struct LostFoundTests {
    static let day = Date(timeIntervalSince1970: 1_767_225_600)
    let sessions = SessionStore(sessions: [
        "c": Session(user: "clerk", isClerk: true), "a": Session(user: "ada", isClerk: false),
    ])

    @Test(arguments: [(6.0, 0), (7.0, 500), (90.0, 500)])
    func `a week is free`(days: Double, fee: Int) async throws {
        let clock = TestClock(at: Self.day)
        let office = LostOffice(now: { clock.date })
        let item = await office.take(FoundItem(kind: "umbrella", colour: "red", line: 4))
        clock.advance(by: .seconds(days * 86_400))
        #expect(try await office.claim(item.id, by: "ada", colour: "red").fee == fee)
    }

    @Test(arguments: [false, true])
    func `an umbrella finds its way home`(showsMap: Bool) async throws {
        let app = makeApp(
            office: LostOffice(), sessions: sessions, features: Features(showsMap: showsMap))
        try await app.test { client in
            let found = FoundItem(kind: "umbrella", colour: "red", line: 4)
            try await client.post("/items", json: found).expectProblem(.unauthorized)
            var ada = client, clerk = client
            ada.headers["Cookie"] = "session=a"
            clerk.headers["Cookie"] = "session=c"
            try await ada.post("/items", json: found).expectProblem(.forbidden)
            try await clerk.post("/items", json: found).expect(.created)
            let list = try await client.get("/items?kind=umbrella&line=4")
            #expect(list.text.contains("perLine") == showsMap)
            let claim = "/items/1/claims"
            try await ada.post(claim, json: ["colour": "blue"]).expect(.accepted)
            try await ada.post(claim, json: ["colour": "red"])
                .expect(json: ["verdict": "handedOver", "fee": "0.00 EUR"])
            try await ada.post(claim, json: ["colour": "red"]).expectProblem(.conflict)
            try await ada.post("/items/2/claims", json: ["colour": "red"]).expectProblem(.notFound)
        }
    }
}
