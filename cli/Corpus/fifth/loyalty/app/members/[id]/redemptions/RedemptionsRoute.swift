import Fledge
import Foundation
import LoyaltyServices

@Schema struct RewardChoice {
    @Field(.oneOf("espresso", "cake", "mug")) var reward: String
}

@Route struct RedemptionsRoute {
    let rewards: RewardService

    func GET(id: Int, month: String) async throws -> [Redemption] {
        let numbers = month.split(separator: "-").compactMap { Int($0) }
        var gregorian = Calendar(identifier: .gregorian)
        gregorian.timeZone = .gmt
        guard numbers.count == 2,
            let first = gregorian.date(from: DateComponents(year: numbers[0], month: numbers[1])),
            let next = gregorian.date(byAdding: .month, value: 1, to: first)
        else { throw Problem(.badRequest, "A month is written 2026-11.") }
        return try await rewards.redemptions(of: id, from: first, to: next)
    }

    func POST(id: Int, body: RewardChoice) async throws -> Redemption {
        try await rewards.redeem(body.reward, by: id)
    }
}
