import Foundation

/// Fills the nights with the best proposals.
package struct ScheduleService: Sendable {
    private let proposals: ProposalService
    private let nightLength = 8

    package init(proposals: ProposalService) { self.proposals = proposals }

    /// One after the other from the first night on; a proposal that does not fit into the rest of a
    /// night goes on in the next.
    package func schedule(from first: Date, nights: Int) async -> [Allocation] {
        var used = 0
        var allocations: [Allocation] = []
        for proposal in await proposals.ranking() {
            var left = proposal.hours
            while left > 0, used < nights * nightLength {
                let (night, hour) = used.quotientAndRemainder(dividingBy: nightLength)
                let hours = min(left, nightLength - hour)
                let start = first.addingTimeInterval(Double(night * 24 + hour) * 3600)
                allocations.append(
                    Allocation(
                        proposal: proposal.id, title: proposal.title, start: start, hours: hours))
                left -= hours
                used += hours
            }
        }
        return allocations
    }
}
