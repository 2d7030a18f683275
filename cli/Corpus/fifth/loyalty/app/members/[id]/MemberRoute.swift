import Fledge
import LoyaltyServices

@Route struct MemberRoute {
    let members: MemberService

    func GET(id: Int) async throws -> Member { try await members.find(id) }
}
