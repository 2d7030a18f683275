import Foundation

package struct MemberService: Sendable {
    let book: LoyaltyBook
    let now: @Sendable () -> Date

    package init(book: LoyaltyBook, now: @escaping @Sendable () -> Date = { Date() }) {
        self.book = book
        self.now = now
    }

    package func join(_ name: String, tier: Tier = .green) async -> Member {
        let member = Member(id: await book.members.count + 1, name: name, tier: tier, points: 0)
        await book.put(member)
        return member
    }

    package func find(_ id: Int) async throws -> Member {
        guard let member = await book.members[id] else { throw LoyaltyError.noMember(id) }
        return member
    }

    package func credit(_ points: Int, for cents: Int, to id: Int) async throws -> Member {
        var member = try await find(id)
        member.points += points
        await book.put(member)
        await book.add(Purchase(member: id, cents: cents, points: points, at: now()))
        return member
    }

    package func purchases(of id: Int, from: Date, to: Date) async throws -> [Purchase] {
        _ = try await find(id)
        return await book.purchases.filter { $0.member == id && $0.at >= from && $0.at < to }
    }
}
