import Fledge
import FledgeTesting
import LibraryLoansServices
import Testing

@testable import LibraryLoans

@Suite struct LibraryAPITests {
    @Test func `a book is lent, renewed and given back`() async throws {
        let shelf = InMemoryShelf()
        try await makeApp(catalogue: Catalogue(shelf: shelf), desk: LoanDesk(shelf: shelf)).test { client in
            try await client.post("/books", json: ["title": "Birds"]).expect(.created)
            try await client.post("/members", json: ["name": "Ada"]).expect(.created)
            try await client.post("/loans", json: ["book": 1, "member": 1]).expect(.ok)
            #expect(try await client.send(.post, "/loans/1/renew").member("due") == 42)
            try await client.delete("/books/1").expectProblem(.conflict, code: "lent")
            try await client.send(.post, "/loans/1/return").expect(.noContent)
            for path in ["/books/1", "/members/1", "/books?title=bir", "/members"] {
                try await client.get(path).expect(.ok)
            }
            try await client.get("/books/9").expectProblem(.notFound)
        }
    }

    @Test func `a page tells of the others`() {
        let books = (1...45).map { Book(id: $0, title: "B\($0)") }
        let answer = Paging(total: 45, page: 2, path: "/books").response(of: books)
        #expect(answer.headers["Link"]?.contains("page=3>; rel=\"next\"") == true)
        #expect(answer.headers["X-Total-Count"] == "45")
    }
}
