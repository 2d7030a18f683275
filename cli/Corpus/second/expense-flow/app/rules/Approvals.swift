enum Approvals {
    static func pending(for person: Person, in ledger: Ledger) async throws -> [Expense] {
        let filed = await ledger.all().filter { $0.state == .filed }
        return person.role == .manager ? filed : filed.filter { $0.by == person.name }
    }

    static func approve(_ id: Int, by person: Person, in ledger: Ledger) async throws -> Expense {
        try await decide(id, .approved, by: person, in: ledger)
    }

    static func reject(_ id: Int, by person: Person, in ledger: Ledger) async throws -> Expense {
        try await decide(id, .rejected, by: person, in: ledger)
    }

    private static func decide(
        _ id: Int, _ state: Expense.State, by person: Person, in ledger: Ledger
    ) async throws -> Expense {
        try await ledger.change(id) { expense in
            guard person.role == .manager, person.name != expense.by else { throw ExpenseError.notAllowed }
            guard expense.state == .filed else { throw ExpenseError.wrongState(expense.state) }
            expense.state = state
        }
    }
}
