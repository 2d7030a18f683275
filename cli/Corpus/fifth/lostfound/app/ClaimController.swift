import Fledge

@Schema struct NewClaim {
    /// Only the owner knows it, we hope.
    @Field(.length(2...40)) var colour: String
}

@Schema struct ClaimReceipt {
    var verdict: String
    var fee: String
}

@Controller struct ClaimController {
    let office: LostOffice

    /// Claims an item. What is owed is told in euros.
    @POST func claim(id: Int, request: Request, body: NewClaim) async throws -> Fledge.Response {
        let session = try request.session()
        let answer = try await office.claim(id, by: session.user, colour: body.colour)
        let cents = answer.fee % 100
        let fee = "\(answer.fee / 100).\(cents < 10 ? "0" : "")\(cents) EUR"
        let receipt = ClaimReceipt(verdict: answer.verdict.rawValue, fee: fee)
        let status: Status =
            switch answer.verdict {
            case .handedOver: .ok
            case .proofNeeded: .accepted
            case .gone: .gone
            }
        return Fledge.Response.json(receipt, status: status)
    }
}

extension OfficeError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noItem(let id): Problem(.notFound, "There is no item \(id).")
        case .handedOver(let id): Problem(.conflict, "Item \(id) has its owner back.")
        }
    }
}
