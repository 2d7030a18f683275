import ClubduesServices
import Fledge

@Controller struct MemberController {
    let dues: any DuesKeeping
    let pageSize: Int

    @GET func list(page: Int = 1) async throws -> Response {
        let members = try await dues.members()
        let start = (page - 1) * pageSize
        guard start < members.count || page == 1 else {
            throw Problem(.notFound, "There are only \(members.count) members.")
        }
        let slice = members.dropFirst(start).prefix(pageSize)
        return Response.json(Array(slice))
            .header("X-Page-Count", "\((members.count + pageSize - 1) / pageSize)")
    }

    @GET("/:number") func show(number: String) async throws -> Member? {
        try await dues.member(number)
    }

    @POST func join(body: NewMember) async throws -> Created<Member> {
        let member = try await dues.join(body)
        return Created(member, at: "/members/\(member.number)")
    }

    @GET("/:number/card") func card(number: String) async throws -> HTML {
        guard let member = try await dues.member(number) else {
            throw Problem(.notFound, "Nobody has the number \(number).")
        }
        let cents = member.balance % 100
        let amount = "\(member.balance / 100).\(cents < 10 ? "0" : "")\(cents)"
        return HTML("<h1>\(HTML.escape(member.name))</h1><p>Balance: \(amount) €</p>")
    }
}
