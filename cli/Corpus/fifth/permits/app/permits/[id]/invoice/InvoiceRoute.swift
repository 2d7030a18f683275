import Fledge

@Route struct InvoiceRoute {
    let permits: PermitService

    func GET(id: Int) async throws -> String {
        let permit = try await permits.find(id)
        return "Permit \(permit.id), plot \(permit.plot): EUR \(euros(permit.fee))"
    }
}
