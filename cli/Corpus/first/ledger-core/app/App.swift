import Fledge
import LedgerBookServices

func makeApp(ledger: LedgerService) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.group("/ledger") { api in
        api.use("/accounts", AccountController(ledger: ledger))
        api.use("/transfers", TransferController(ledger: ledger))
    }
    return app
}

extension LedgerError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .noAccount(let id): Problem(.notFound, "There is no account \(id).", code: "no_account")
        case .overdrawn(let short):
            Problem(.conflict, "It lacks \(short).", code: "overdrawn", extensions: ["short": .integer(short)])
        case .sameAccount: Problem(.unprocessableContent, "From and to are the same.", code: "same_account")
        }
    }
}
