/// Members bring members.
package struct ReferralService: Sendable {
    let members: MemberService

    package init(members: MemberService) { self.members = members }

    package func refer(_ name: String, by id: Int) async throws -> Member {
        let new = await members.join(name)
        _ = try await members.credit(100, for: 0, to: id)
        return try await members.credit(50, for: 0, to: new.id)
    }
}
