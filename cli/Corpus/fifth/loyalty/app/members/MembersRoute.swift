import Fledge
import LoyaltyServices

@Schema struct NewMember {
    @Field(.length(1...80)) var name: String
}

@Route struct MembersRoute {
    let members: MemberService

    func POST(body: NewMember) async throws -> Created<Member> {
        let member = await members.join(body.name)
        return Created(member, at: "/members/\(member.id)")
    }
}
