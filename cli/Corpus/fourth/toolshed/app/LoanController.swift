import Fledge
import ToolshedServices

@Controller struct LoanController {
    let lending: LendingService

    @POST func borrow(body: NewLoan) async throws -> Response {
        switch try await lending.borrow(body) {
        case .lent(let loan):
            return Response.json(loan, status: .created).header(.location, "/loans/\(loan.id)")
        case .queued(let place):
            return Response.json(["place": place], status: .accepted)
        case .refused(let reason):
            throw Problem(.conflict, reason.sentence, code: reason.rawValue)
        }
    }

    @PUT("/:id/return") func giveBack(id: Int) async throws -> Loan {
        try await lending.giveBack(id)
    }
}

extension Refusal {
    /// In words for people; the rule itself is the service's.
    var sentence: String {
        switch self {
        case .tooMany: "Somebody with three tools brings one back first."
        case .untrained: "This one needs a training."
        }
    }
}

extension ShedError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown(let what): Problem(.notFound, "There is no such \(what).")
        case .isLent: Problem(.conflict, "It is with somebody.", code: "is_lent")
        }
    }
}
