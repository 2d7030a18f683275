import Fledge
import FledgeSchema

enum CampaignError: Error, Equatable {
    case unknown(Int)
    case over
}

extension CampaignError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no campaign \(id).", code: "unknown")
        case .over: Problem(.gone, "It is over.", code: "over")
        }
    }
}

struct CampaignService: Sendable {
    let store: CampaignStore
    var today: @Sendable () -> Int = { 0 }

    func list() async throws -> [Campaign] { try await store.all() }
    func pledges(of id: Int) async throws -> [Pledge] { try await store.pledges(of: id) }

    func find(_ id: Int) async throws -> Campaign {
        guard let campaign = try await store.find(id) else { throw CampaignError.unknown(id) }
        return campaign
    }

    func start(_ new: NewCampaign) async throws -> Campaign { try await store.add(new, ends: today() + new.days) }

    func pledge(_ new: NewPledge, to id: Int) async throws {
        guard try await find(id).ends > today() else { throw CampaignError.over }
        try await store.add(new, to: id)
    }
}
