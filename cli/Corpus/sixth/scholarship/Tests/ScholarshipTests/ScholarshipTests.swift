import FledgeTesting
import Foundation
import Testing

@testable import Grants
@testable import Scholarship

@Suite struct ScholarshipTests {
    let store = InMemoryApplicationStore()

    private var new: NewApplication {
        NewApplication(
            student: "Ines", grade: 5.2, householdIncome: 18_000, siblings: 2, requested: 9_000,
            iban: "CH9300762011623852957")
    }

    @Test func `an application is submitted and shown`() async throws {
        let controller = ApplicationController(applications: ApplicationService(store: store))
        let created = try await controller.submit(body: new)
        #expect(created.value.requested == 6_500)
        #expect(try await controller.show(id: 1) == created.value)
    }

    @Test func `an objection has time until a Monday`() async throws {
        let newYear = Date(timeIntervalSince1970: 1_767_225_600)
        let service = ApplicationService(store: store, now: { newYear })
        let application = try await service.submit(new)
        let controller = ApplicationController(applications: service)
        #expect(
            try await controller.objection(id: application.id)
                == ["until": .integer(1_767_225_600 + 32 * 86_400)])
    }

    @Test func `the ranking names the best first`() async throws {
        let services = Services(store: store)
        _ = try await services.applications.submit(new)
        try await makeApp(services).test { client in
            let list = try await client.get("/committee/ranking?top=1").json([Ranked].self)
            #expect(list.first?.points == 83)
        }
    }

    @Test func `a letter follows the decision`() async throws {
        let services = Services(store: store)
        let application = try await services.applications.submit(new)
        try await makeApp(services).test { client in
            try await client.get("/committee/letters/\(application.id)")
                .expectProblem(.conflict, code: "undecided")
            _ = try await services.applications.decide(application.id, granted: true)
            let letter = try await client.get("/committee/letters/\(application.id)")
            #expect(letter.text.contains("glad"))
        }
        await #expect(throws: GrantError.decided(application.id)) {
            try await services.applications.decide(application.id, granted: false)
        }
    }

    @Test func `nobody is reminded who has submitted`() async throws {
        _ = try await ApplicationService(store: store).submit(new)
        #expect(try await ReminderService(store: store).pending().isEmpty)
    }
}
