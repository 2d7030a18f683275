import Fledge
import LibraryLoansServices

@Controller struct BookController {
    let catalogue: Catalogue

    @GET func list(title: String = "", page: Int = 1) async throws -> Response {
        let books = try await catalogue.books(title: title)
        return Paging(total: books.count, page: page, path: "/books").response(of: books)
    }

    @POST func add(body: NewBook) async throws -> Created<Book> {
        let book = try await catalogue.add(body)
        return Created(book, at: "/books/\(book.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Book {
        guard let book = try await catalogue.book(id) else { throw LibraryError.noBook(id) }
        return book
    }

    @DELETE("/:id") func discard(id: Int) async throws { try await catalogue.discard(id) }
}

/// Much like books, and yet not: members have no titles, and are never thrown away.
@Controller struct MemberController {
    let catalogue: Catalogue

    @GET func list(page: Int = 1) async throws -> Response {
        let members = try await catalogue.members()
        return Paging(total: members.count, page: page, path: "/members").response(of: members)
    }

    @POST func join(body: NewMember) async throws -> Created<Member> {
        let member = try await catalogue.join(body)
        return Created(member, at: "/members/\(member.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Member {
        guard let member = try await catalogue.member(id) else { throw LibraryError.noMember(id) }
        return member
    }
}
