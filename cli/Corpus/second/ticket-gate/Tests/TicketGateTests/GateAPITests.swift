import Fledge
import FledgeTesting
import Testing
import TicketGateServices

@testable import TicketGate

@Test(arguments: TestDepth.allCases)
func `a ticket is sold, scanned and not paid back`(depth: TestDepth) async throws {
    try await makeApp(services: Services(store: InMemoryTickets())).test(depth) { client in
        let wish = Purchase(holder: "Ada", place: "seat")
        try await client.post("/events/1/tickets", json: wish, headers: ["Idempotency-Key".field: "k"]).expect(.created)
        try await client.post("/events/1/tickets", json: wish, headers: ["Idempotency-Key".field: "k"]).expect(.ok)
        try await client.get("/events/1/tickets?holder=Ada").expect(.ok)
        let scanned = try await client.send(.post, "/gate/scan/1-k", headers: ["Door".field: "north"])
        #expect(scanned.text == "WELCOME ADA")
        try await client.delete("/events/1/tickets/1-k").expectProblem(.conflict, code: "used")
        try await client.delete("/events/1/tickets/none").expectProblem(.notFound)
    }
}

extension String {
    fileprivate var field: FieldName { FieldName(self) ?? .accept }
}
