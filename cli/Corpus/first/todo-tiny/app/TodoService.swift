import FledgeSchema

@Schema struct Todo: Hashable, Sendable {
    let id: Int
    var text: String
    var done = false
}

@Schema struct NewTodo {
    @Field(.length(1...200)) var text: String
}

enum TodoError: Error { case missing, tooMany }

/// A list that does not get long: twenty open todos are enough for anybody.
actor TodoService {
    private var todos: [Int: Todo] = [:]
    private var last = 0

    func list() -> [Todo] { todos.values.sorted { $0.id < $1.id } }

    func find(_ id: Int) -> Todo? { todos[id] }

    func add(_ new: NewTodo) throws(TodoError) -> Todo {
        guard todos.values.count(where: { !$0.done }) < 20 else { throw .tooMany }
        last += 1
        let todo = Todo(id: last, text: new.text)
        todos[last] = todo
        return todo
    }

    func finish(_ id: Int) throws(TodoError) -> Todo {
        guard var todo = todos[id] else { throw .missing }
        todo.done = true
        todos[id] = todo
        return todo
    }

    func remove(_ id: Int) -> Bool { todos.removeValue(forKey: id) != nil }
}
