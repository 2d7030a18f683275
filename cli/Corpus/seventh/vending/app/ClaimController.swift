import Fledge
import Foundation

@Schema struct Verdict: Hashable, Sendable {
    var refund: Int
    var reason: String
}

/// What customers want back.
@Controller struct ClaimController {
    let machines: MachineService

    @POST func claim(body: NewClaim) async throws -> Verdict {
        let machine = try await machines.find(body.serial)
        guard machine.sales.indices.contains(body.sale) else {
            throw Problem(.notFound, "There is no such sale.")
        }
        let sale = machine.sales[body.sale]
        let age = Date().timeIntervalSince(sale.at)
        switch (sale.delivered, age) {
        case (false, ..<1_209_600): return Verdict(refund: sale.price, reason: "not delivered")
        case (true, ..<86_400) where machine.temperature > 8:
            return Verdict(refund: sale.price / 2, reason: "warm")
        default: return Verdict(refund: 0, reason: "too late")
        }
    }
}
