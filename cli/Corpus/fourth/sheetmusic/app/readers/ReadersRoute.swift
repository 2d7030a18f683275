import Fledge
import SheetmusicServices

@Route struct ReadersRoute {
    let scores: ScoreService

    /// Who has looked at what, for the licence report.
    func GET(month: Int?, accept: Header<String>?) async throws -> Response {
        let loans = try await scores.loans()
        guard accept?.value == "text/csv" else { return .json(loans) }
        let rows = loans.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)" }
        return Response.text((["singer,count"] + rows).joined(separator: "\n"))
    }
}
