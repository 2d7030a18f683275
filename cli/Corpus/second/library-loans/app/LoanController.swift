import Fledge
import LibraryLoansServices

@Schema struct NewLoan: Sendable {
    var book: Int
    var member: Int
}

@Controller struct LoanController {
    let desk: LoanDesk

    @POST func lend(body: NewLoan) async throws -> Loan { try await desk.lend(body.book, to: body.member) }

    @POST("/:book/return") func giveBack(book: Int) async throws -> Response {
        let fine = try await desk.giveBack(book)
        return fine == 0 ? Response(.noContent) : Response.json(["fine": fine])
    }

    @POST("/:book/renew") func renew(book: Int) async throws -> Loan { try await desk.renew(book) }
}
