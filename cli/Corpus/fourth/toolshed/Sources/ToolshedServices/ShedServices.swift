package struct Services: Sendable {
    package let tools: ToolService
    package let makers: MakerService
    package let lending: LendingService

    package init(shelf: any Shelf) {
        tools = ToolService(shelf: shelf)
        makers = MakerService(shelf: shelf)
        lending = LendingService(shelf: shelf)
    }
}

package struct ToolService: Sendable {
    let shelf: any Shelf

    package func list() async throws -> [Tool] { try await shelf.tools() }

    package func find(_ id: Int) async throws -> Tool? {
        try await shelf.tools().first { $0.id == id }
    }

    package func add(_ new: NewTool) async throws -> Tool { try await shelf.add(new) }

    package func remove(_ id: Int) async throws {
        guard try await !shelf.loans().contains(where: { $0.tool == id }) else {
            throw ShedError.isLent
        }
        try await shelf.removeTool(id)
    }
}

package struct MakerService: Sendable {
    let shelf: any Shelf

    package func list(_ query: MakerQuery) async throws -> [Maker] {
        try await shelf.makers().filter { query.trained == nil || $0.isTrained == query.trained }
    }

    package func find(_ id: Int) async throws -> Maker? {
        try await shelf.makers().first { $0.id == id }
    }

    package func add(_ new: NewMaker) async throws -> Maker { try await shelf.add(new) }
}

package struct LendingService: Sendable {
    let shelf: any Shelf

    package func borrow(_ new: NewLoan) async throws -> Borrowing {
        guard let tool = try await shelf.tools().first(where: { $0.id == new.tool }) else {
            throw ShedError.unknown("tool")
        }
        guard let maker = try await shelf.makers().first(where: { $0.id == new.maker }) else {
            throw ShedError.unknown("maker")
        }
        if tool.needsTraining, !maker.isTrained { return .refused(.untrained) }
        let loans = try await shelf.loans()
        if loans.filter({ $0.maker == maker.id }).count >= 3 { return .refused(.tooMany) }
        let before = loans.filter { $0.tool == tool.id }.count
        let loan = try await shelf.add(new)
        return before == 0 ? .lent(loan) : .queued(before)
    }

    package func giveBack(_ id: Int) async throws -> Loan {
        guard let loan = try await shelf.loans().first(where: { $0.id == id }) else {
            throw ShedError.unknown("loan")
        }
        try await shelf.removeLoan(id)
        return loan
    }
}
