import Fledge
import LedgerBookServices

@Controller struct TransferController {
    let ledger: LedgerService

    /// Moves money. With `Prefer: respond-async` the answer does not wait for the balances.
    @POST func move(prefer: Header<String>?, body: NewTransfer) async throws -> Response {
        let transfer = try await ledger.transfer(body)
        if prefer?.value == "respond-async" {
            return Response(.accepted).header(.location, "/ledger/transfers/\(transfer.id)")
        }
        return Response.json(transfer, status: .created)
    }

    @GET("/:id") func show(id: Int) async throws -> Transfer {
        guard let transfer = try await ledger.find(id) else { throw Problem(.notFound) }
        return transfer
    }
}
