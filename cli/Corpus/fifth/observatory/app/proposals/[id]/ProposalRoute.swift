import Fledge
import ObservatoryServices

@Route struct ProposalRoute {
    let proposals: ProposalService

    func GET(id: Int) async throws -> Proposal { try await proposals.find(id) }
}
