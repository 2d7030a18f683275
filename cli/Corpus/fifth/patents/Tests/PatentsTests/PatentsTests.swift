import Fledge
import FledgeTesting
import Foundation
import Testing

@testable import Patents

@Suite struct PatentsTests {
    let docket = Docket()
    let filed = Date(timeIntervalSince1970: 1_700_000_000)

    var patents: PatentController {
        PatentController(
            patents: PatentService(docket: docket), exports: ExportService(docket: docket))
    }

    @Test(arguments: [("US", 3), ("DE", 18)])
    func `what is due depends on the country`(country: String, count: Int) async throws {
        let new = NewPatent(title: "Nest box", country: country, filedAt: filed, grantedAt: filed)
        let patent = try await patents.file(body: new).value
        let renewals = try await patents.renewals(id: patent.id, now: filed)
        #expect(renewals.count == count)
        #expect(renewals.first?.cents == 40_000)
    }

    @Test func `what is late costs half as much again`() async throws {
        let new = NewPatent(title: "Nest box", country: "US", filedAt: filed, grantedAt: filed)
        _ = await docket.add(new)
        let late = filed.addingTimeInterval(5 * 365 * 86_400)
        #expect(try await patents.renewals(id: 1, now: late).first?.cents == 60_000)
        await #expect(throws: DocketError.noPatent(2)) { try await patents.show(id: 2) }
    }

    @Test(arguments: ["patents", "trademarks"])
    func `rights are listed by country`(kind: String) async throws {
        let app = makeApp(docket: docket, environment: Environment(mode: .test, values: [:]))
        try await app.test { client in
            let patent = NewPatent(title: "Nest box", country: "DE", filedAt: filed)
            try await client.post("/patents", json: patent).expect(.created)
            let mark = NewTrademark(word: "Nest", country: "DE", filedAt: filed)
            try await client.post("/trademarks", json: mark).expect(.created)
            #expect(try await client.get("/\(kind)?country=de").text.contains("Nest"))
            #expect(try await client.get("/\(kind)?country=fr&sort=country").text == "[]")
            #expect(try await client.get("/patents/export").text.hasPrefix("1,DE,"))
        }
    }

    @Test func `words lead to classes`() {
        #expect(ClassificationService().classes(of: "Wheel with antenna") == ["B60", "H01"])
    }
}
