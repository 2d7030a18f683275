import Fledge
import FledgeData

@Route struct UnsubscribeRoute {
    let database: Database

    /// The link at the end of each mail.
    func GET(token: String) async throws -> HTML {
        let gone = try await database.execute(
            "DELETE FROM subscribers WHERE token = \(token)")
        guard gone.changes == 1 else { throw Problem(.gone, "You are not on the list.") }
        return HTML("<p>You will not hear from us again.</p>")
    }
}
