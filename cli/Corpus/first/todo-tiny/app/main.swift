import Fledge

await serve { makeApp(todos: TodoService()) }
