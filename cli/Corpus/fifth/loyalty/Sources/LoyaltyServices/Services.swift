import Foundation

package struct Services: Sendable {
    package let members: MemberService
    package let rewards: RewardService
    package let referrals: ReferralService
    package let expiry: ExpiryService

    package init(now: @escaping @Sendable () -> Date = { Date() }) {
        let book = LoyaltyBook()
        members = MemberService(book: book, now: now)
        rewards = RewardService(book: book, members: members)
        referrals = ReferralService(members: members)
        expiry = ExpiryService(book: book)
    }
}
