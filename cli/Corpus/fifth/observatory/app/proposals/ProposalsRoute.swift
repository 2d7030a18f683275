import Fledge
import ObservatoryServices

@Schema struct ProposalPage {
    var items: [Proposal]
    var page: Int
    var pages: Int
    var previous: String?
    var next: String?
}

@Schema struct PageQuery {
    @Field(.range(1...10_000)) var page: Int = 1
    @Field(.range(1...100)) var size: Int = 25
}

@Route struct ProposalsRoute {
    let proposals: ProposalService

    func GET(query: PageQuery) async -> ProposalPage {
        let (items, pages) = await proposals.page(query.page, size: query.size)
        let link = { (number: Int) in "/proposals?page=\(number)&size=\(query.size)" }
        return ProposalPage(
            items: items, page: query.page, pages: pages,
            previous: query.page > 1 ? link(query.page - 1) : nil,
            next: query.page < pages ? link(query.page + 1) : nil)
    }

    func POST(body: NewProposal) async throws -> Created<Proposal> {
        let proposal = try await proposals.submit(body)
        return Created(proposal, at: "/proposals/\(proposal.id)")
    }
}
