import Fledge
import FledgeData
import FledgeSQLite
import FledgeTesting
import Testing
import ToolshedDatabase
import ToolshedServices

@testable import Toolshed

/// Everything by its path, on the real services and a database in memory.
@Suite struct ShedTests {
    private func open(_ body: (TestClient) async throws -> Void) async throws {
        let database = try await Database.inMemory()
        _ = try await Migrations(directory: "migrations").apply(to: database)
        try await makeApp(Services(shelf: SQLShelf(database))).test { client in
            for name in ["saw", "drill", "lathe", "plane"] {
                let tool: JSON = ["name": .string(name), "needsTraining": .bool(name == "lathe")]
                try await client.post("/tools", json: tool).expect(.created)
            }
            try await client.post("/makers", json: ["name": "Ada"]).expect(.created)
            try await body(client)
        }
    }

    @Test func `lists and single ones are found`() async throws {
        try await open { client in
            for path in ["/tools", "/tools/1", "/makers?trained=false", "/makers/1"] {
                try await client.get(path).expect(.ok)
            }
            try await client.get("/tools/9").expectProblem(.notFound)
            try await client.get("/makers/9").expectProblem(.notFound)
        }
    }

    @Test func `a lathe is not for the untrained`() async throws {
        try await open { client in
            try await client.post("/loans", json: ["tool": 3, "maker": 1])
                .expectProblem(.conflict, code: "untrained")
        }
    }

    @Test func `a tool that is lent stays in the list`() async throws {
        try await open { client in
            try await client.post("/loans", json: ["tool": 1, "maker": 1]).expect(.created)
            try await client.delete("/tools/1").expectProblem(.conflict, code: "is_lent")
            try await client.send(.put, "/loans/1/return").expect(.ok)
            try await client.delete("/tools/1").expect(.noContent)
        }
    }
}
