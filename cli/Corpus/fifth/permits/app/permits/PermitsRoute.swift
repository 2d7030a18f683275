import Fledge
import Foundation

@Route struct PermitsRoute {
    let permits: PermitService

    /// Applies for a permit. The fee is due at once.
    func POST(body: NewPermit) async throws -> Created<Permit> {
        if !body.applicant.contains("@") || body.applicant.count > 200 {
            throw Problem(.unprocessableContent, "The applicant must be an e-mail address.")
        }
        if body.plot.range(of: "^[0-9]{3}/[0-9]{4}$", options: .regularExpression) == nil {
            throw Problem(.unprocessableContent, "A plot is written 012/3456.")
        }
        var fee: Int
        switch body.area {
        case ..<50: fee = 12_000
        case 50..<200: fee = 12_000 + (body.area - 50) * 80
        default: fee = 24_000 + (body.area - 200) * 45
        }
        if body.isListed { fee += fee / 4 }
        let permit = try await permits.apply(body, fee: fee)
        return Created(permit, at: "/permits/\(permit.id)")
    }
}
