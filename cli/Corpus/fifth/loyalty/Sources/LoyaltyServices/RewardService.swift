import Foundation

package struct RewardService: Sendable {
    let book: LoyaltyBook
    let members: MemberService
    let prices = ["espresso": 90, "cake": 160, "mug": 900]

    package init(book: LoyaltyBook, members: MemberService) {
        self.book = book
        self.members = members
    }

    package func redeem(_ reward: String, by id: Int) async throws -> Redemption {
        guard let price = prices[reward] else { throw LoyaltyError.noReward(reward) }
        var member = try await members.find(id)
        guard member.points >= price else {
            throw LoyaltyError.tooFewPoints(missing: price - member.points)
        }
        member.points -= price
        await book.put(member)
        let redemption = Redemption(member: id, reward: reward, points: price, at: members.now())
        await book.add(redemption)
        return redemption
    }

    package func redemptions(of id: Int, from: Date, to: Date) async throws -> [Redemption] {
        _ = try await members.find(id)
        return await book.redemptions.filter { $0.member == id && $0.at >= from && $0.at < to }
    }
}
