import Testing

@testable import ClaimsCore

@Suite struct ClaimTests {
    @Test func `pages are counted`() async {
        let handling = ClaimHandling(files: MemoryClaimFiles())
        for _ in 0..<3 { _ = await handling.open(NewClaim(policy: "P", kind: "car", cents: 1), by: "Moss") }
        let page = await handling.page(Paging(page: 2, size: 2))
        #expect(page.items.count == 1 && page.pages == 2)
        #expect(await handling.partnerStatus(1) == .accepted)
    }

    @Test func `the deductible is taken off`() throws {
        let claim = Claim(id: 1, policy: "P", kind: "car", cents: 20_000, agent: "M", isOpen: true)
        #expect(try Settlement().payout(for: claim, limit: 100_000) == 5_000)
        #expect(throws: ClaimError.overLimit(10)) { try Settlement().payout(for: claim, limit: 10) }
    }
}
