enum Payments {
    static func pay(_ id: Int, by person: Person, in ledger: Ledger) async throws -> Expense {
        guard person.role == .accountant else { throw ExpenseError.notAllowed }
        return try await ledger.change(id) { expense in
            guard expense.state == .approved else { throw ExpenseError.wrongState(expense.state) }
            expense.state = .paid
        }
    }
}

actor Ledger {
    private var expenses: [Expense] = []

    func all() -> [Expense] { expenses }

    func add(_ make: (Int) -> Expense) throws -> Expense {
        let expense = make(expenses.count + 1)
        expenses.append(expense)
        return expense
    }

    func change(_ id: Int, _ body: (inout Expense) throws -> Void) throws -> Expense {
        guard expenses.indices.contains(id - 1) else { throw ExpenseError.unknown }
        try body(&expenses[id - 1])
        return expenses[id - 1]
    }
}
