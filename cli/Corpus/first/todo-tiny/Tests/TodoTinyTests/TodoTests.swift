import FledgeTesting
import Testing

@testable import TodoTiny

@Suite struct TodoTests {
    @Test func `twenty open todos are enough`() async throws {
        let todos = TodoService()
        for number in 1...20 { _ = try await todos.add(NewTodo(text: "\(number)")) }
        await #expect(throws: TodoError.tooMany) { try await todos.add(NewTodo(text: "21")) }
        _ = try await todos.finish(1)
        #expect(try await todos.add(NewTodo(text: "21")).id == 21)
        #expect(await todos.list().count == 21)
    }

    @Test func `a todo is added, done and removed`() async throws {
        try await makeApp(todos: TodoService()).test { client in
            try await client.post("/todos", json: ["text": "write"]).expect(.created)
            try await client.get("/todos/1").expect(json: ["id": 1, "text": "write", "done": false])
            try await client.put("/todos/1/done", json: nil as JSON).expect(.ok)
            try await client.get("/todos").expect(.ok)
            try await client.delete("/todos/1").expect(.noContent)
            try await client.delete("/todos/1").expect(.notFound)
            try await client.get("/todos/1").expectProblem(.notFound)
            try await client.put("/todos/7/done", json: nil as JSON).expectProblem(.notFound)
        }
    }
}
