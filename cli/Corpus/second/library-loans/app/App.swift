import Fledge
import LibraryLoansServices

func makeApp(catalogue: Catalogue, desk: LoanDesk) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/books", BookController(catalogue: catalogue))
    app.use("/members", MemberController(catalogue: catalogue))
    app.use("/loans", LoanController(desk: desk))
    return app
}

extension LibraryError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .noBook, .noMember: Problem(.notFound, "\(self)")
        case .lent(let until): Problem(.conflict, "It is lent until day \(until).", code: "lent")
        case .owes(let cents): Problem(.conflict, "Pay \(cents) first.", code: "owes")
        }
    }
}
