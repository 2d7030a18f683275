import Fledge

/// Functions all the way: a route is a path and a function.
func makeApp(ledger: Ledger) -> App {
    let app = App()
    app.use(RequestID())
    app.get("/expenses") { request in
        try await Approvals.pending(for: Person.of(request), in: ledger)
    }
    app.post("/expenses") { request in
        Created(try await Claims.file(try await request.json(Claim.self), by: Person.of(request), in: ledger))
    }
    app.post("/expenses/:id/approve") { request in
        try await Approvals.approve(request.parameter("id", as: Int.self), by: Person.of(request), in: ledger)
    }
    app.post("/expenses/:id/reject") { request in
        try await Approvals.reject(request.parameter("id", as: Int.self), by: Person.of(request), in: ledger)
    }
    app.post("/expenses/:id/pay") { request in
        try await Payments.pay(request.parameter("id", as: Int.self), by: Person.of(request), in: ledger)
    }
    return app
}

extension Person {
    /// Who asks, as the proxy in front says: `X-User: ada; manager`.
    static func of(_ request: Request) throws -> Person {
        guard let field = request.headers["X-User"], !field.isEmpty else { throw Problem(.unauthorized) }
        let parts = field.split(separator: ";").map { String($0.filter { $0 != " " }) }
        return Person(name: parts[0], role: parts.dropFirst().first.flatMap(Role.init) ?? .staff)
    }
}

extension ExpenseError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound)
        case .notAllowed: Problem(.forbidden, "This is for somebody else to decide.")
        case .wrongState(let state): Problem(.conflict, "It is \(state.rawValue).", code: "state")
        }
    }
}
