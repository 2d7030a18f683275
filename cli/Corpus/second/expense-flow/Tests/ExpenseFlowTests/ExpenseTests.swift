import Fledge
import FledgeTesting
import Testing

@testable import ExpenseFlow

@Suite struct ExpenseTests {
    let ada = Person(name: "ada", role: .staff)
    let max = Person(name: "max", role: .manager)
    let claim = Claim(cents: 9_000, purpose: "Nails", iban: "CH9300762011623852957")

    @Test func `nobody approves what is their own`() async throws {
        let ledger = Ledger()
        let own = try await Claims.file(claim, by: max, in: ledger)
        await #expect(throws: ExpenseError.notAllowed) { try await Approvals.approve(own.id, by: max, in: ledger) }
        let other = try await Claims.file(claim, by: ada, in: ledger)
        #expect(try await Approvals.reject(other.id, by: max, in: ledger).state == .rejected)
        #expect(try await Approvals.pending(for: ada, in: ledger).isEmpty)
        await #expect(throws: ExpenseError.wrongState(.filed)) {
            try await Payments.pay(own.id, by: Person(name: "kim", role: .accountant), in: ledger)
        }
    }

    @Test(arguments: ["CH9300762011623852957": true, "CH9400762011623852957": false])
    func `check digits are checked`(iban: String, isRight: Bool) {
        #expect(Claim(cents: 1, purpose: "x", iban: iban).violations().isEmpty == isRight)
    }

    @Test func `an expense is filed, approved and paid`() async throws {
        try await makeApp(ledger: Ledger()).test { client in
            try await client.post("/expenses", json: claim, headers: ["X-User".field: "ada"]).expect(.created)
            try await client.get("/expenses", headers: ["X-User".field: "max; manager"]).expect(.ok)
            try await client.send(.post, "/expenses/1/approve", headers: ["X-User".field: "ada"]).expectProblem(.forbidden)
            try await client.send(.post, "/expenses/1/approve", headers: ["X-User".field: "max; manager"]).expect(.ok)
            try await client.send(.post, "/expenses/1/reject", headers: ["X-User".field: "max; manager"])
                .expectProblem(.conflict, code: "state")
            try await client.send(.post, "/expenses/1/pay", headers: ["X-User".field: "kim; accountant"]).expect(.ok)
            try await client.get("/expenses").expectProblem(.unauthorized)
        }
    }
}

extension String {
    fileprivate var field: FieldName { FieldName(self) ?? .accept }
}
