import Foundation
import ObservatoryServices
import Testing

@Suite struct ScheduleTests {
    let services = Services()
    let night = Date(timeIntervalSince1970: 1_767_294_000)

    func propose(_ title: String, hours: Int, grade: Int?) async throws {
        let new = NewProposal(title: title, target: "M 31", hours: hours)
        let proposal = try await services.proposals.submit(new)
        if let grade { _ = try await services.proposals.grade(proposal.id, grade) }
    }

    @Test func `the best observe first, over nights`() async throws {
        try await propose("Dull dust", hours: 4, grade: 3)
        try await propose("Bright star", hours: 10, grade: 9)
        try await propose("Ungraded", hours: 1, grade: nil)
        let plan = await services.schedule.schedule(from: night, nights: 2)
        #expect(plan.map(\.title) == ["Bright star", "Bright star", "Dull dust"])
        #expect(plan.map(\.hours) == [8, 2, 4])
        #expect(plan[1].start == night.addingTimeInterval(86_400))
    }

    @Test func `a closed call takes no more`() async throws {
        await services.proposals.close()
        await #expect(throws: ProposalError.closed) {
            try await propose("Too late", hours: 1, grade: nil)
        }
    }
}
