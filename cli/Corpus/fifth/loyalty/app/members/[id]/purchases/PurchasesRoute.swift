import Fledge
import Foundation
import LoyaltyServices

@Schema struct Receipt {
    var cents: Int
    var till: String
}

@Route struct PurchasesRoute {
    let members: MemberService

    func GET(id: Int, month: String) async throws -> [Purchase] {
        let parts = month.split(separator: "-").compactMap { Int($0) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        guard parts.count == 2,
            let start = calendar.date(from: DateComponents(year: parts[0], month: parts[1])),
            let end = calendar.date(byAdding: .month, value: 1, to: start)
        else { throw Problem(.badRequest, "A month is written 2026-11.") }
        return try await members.purchases(of: id, from: start, to: end)
    }

    func POST(id: Int, body: Receipt) async throws -> Member {
        guard (1...50_000).contains(body.cents), !body.till.isEmpty else {
            throw Problem(.unprocessableContent, "A receipt has an amount up to 500 and a till.")
        }
        let member = try await members.find(id)
        let points = body.cents / 100 * (member.tier == .gold ? 2 : 1)
        return try await members.credit(points, for: body.cents, to: id)
    }
}
