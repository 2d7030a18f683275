package protocol ClaimFiles: Sendable {
    func add(_ claim: Claim) async -> Claim
    func find(_ id: Int) async -> Claim?
    func all() async -> [Claim]
    func close(_ id: Int) async
}

package struct ClaimHandling: Sendable {
    private let files: any ClaimFiles

    package init(files: any ClaimFiles) { self.files = files }

    package func open(_ new: NewClaim, by agent: String) async -> Claim {
        await files.add(
            Claim(id: 0, policy: new.policy, kind: new.kind, cents: new.cents, agent: agent, isOpen: true))
    }

    package func find(_ id: Int) async throws -> Claim {
        guard let claim = await files.find(id) else { throw ClaimError.unknown(id) }
        return claim
    }

    package func page(_ paging: Paging) async -> ClaimPage {
        let all = await files.all()
        let start = min((paging.page - 1) * paging.size, all.count)
        return ClaimPage(
            items: Array(all[start...].prefix(paging.size)),
            pages: (all.count + paging.size - 1) / paging.size)
    }

    package func close(_ id: Int) async throws {
        guard try await find(id).isOpen else { throw ClaimError.closed(id) }
        await files.close(id)
    }
}

package struct Services: Sendable {
    package let claims: ClaimHandling
    package let fraud: FraudDesk

    package init(files: any ClaimFiles, fraudSecret: String?) {
        claims = ClaimHandling(files: files)
        fraud = FraudDesk(secret: fraudSecret ?? "local")
    }
}
