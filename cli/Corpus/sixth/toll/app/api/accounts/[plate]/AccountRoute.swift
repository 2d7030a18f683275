import Fledge

@Route struct AccountRoute {
    let accounts: AccountService

    func GET(plate: String) async throws -> Response {
        try await accounts.statement(of: plate)
    }
}
