import Fledge

/// Four lines of routes. Each only hands over.
func makeApp(todos: TodoService) -> App {
    let app = App()
    app.get("/todos") { _ in await todos.list() }
    app.post("/todos") { request in
        Created(try await todos.add(try await request.json(NewTodo.self)))
    }
    app.on(.get, "/todos/:id") { (id: Int) in await todos.find(id) }
    app.on(.put, "/todos/:id/done") { (id: Int) in try await todos.finish(id) }
    app.on(.delete, "/todos/:id") { (id: Int) in
        await todos.remove(id) ? Response(.noContent) : Response(.notFound)
    }
    return app
}

extension TodoError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .missing: Problem(.notFound, "There is no such todo.")
        case .tooMany: Problem(.conflict, "Finish something first.", code: "too_many")
        }
    }
}
