import Fledge
import LedgerBookServices

@Controller struct AccountController {
    let ledger: LedgerService

    @GET func list() async throws -> [Account] { try await ledger.accounts() }

    @POST func open(body: NewAccount) async throws -> Created<Account> {
        let account = try await ledger.open(body)
        return Created(account, at: "/ledger/accounts/\(account.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Account { try await ledger.account(id) }

    /// The entries as a file for a spreadsheet.
    @GET("/:id/statement.csv") func statement(id: Int) async throws -> Response {
        let account = try await ledger.account(id)
        let csv = try await ledger.entries(of: id).csv(name: account.name)
        return Response(.ok, headers: [.contentType: "text/csv; charset=utf-8"], body: "\(csv)")
            .header("Content-Disposition", "attachment; filename=\"statement-\(id).csv\"")
    }
}

extension [Entry] {
    /// One line for each entry; amounts in whole units, with a sign that spreadsheets read.
    fileprivate func csv(name: String) -> String {
        let lines = map { entry in
            let whole = entry.amount / 100, cents = abs(entry.amount % 100)
            let sign = entry.amount < 0 && whole == 0 ? "-" : ""
            return "\(entry.id);\(sign)\(whole).\(cents < 10 ? "0" : "")\(cents);\(entry.note.quoted)"
        }
        return (["# \(name)", "id;amount;note"] + lines).joined(separator: "\r\n")
    }
}

extension String {
    fileprivate var quoted: String { "\"" + replacing("\"", with: "\"\"") + "\"" }
}
