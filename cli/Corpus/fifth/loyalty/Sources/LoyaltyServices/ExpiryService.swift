import Foundation

/// Takes away points that nobody used for two years.
package struct ExpiryService: Sendable {
    let book: LoyaltyBook

    package init(book: LoyaltyBook) { self.book = book }

    package func expire(on day: Date) async {
        let limit = day.addingTimeInterval(-730 * 86_400)
        for var member in await book.members.values {
            let last = await book.purchases.last { $0.member == member.id }?.at
            guard let last, last < limit else { continue }
            member.points = 0
            await book.put(member)
        }
    }
}
