import Fledge
import FledgeData

@Controller struct ExportController {
    let database: Database

    /// All donations for the tax office, a line at a time.
    @GET("/donations.csv") func donations() -> Response {
        let rows = database.stream("SELECT * FROM donations ORDER BY id", as: Donation.self)
        let body = Body.stream { writer in
            try await writer.write("id;donor;cents\n")
            for try await row in rows { try await writer.write("\(row.id);\(row.donor);\(row.cents)\n") }
        }
        return Response(.ok, headers: [.contentType: "text/csv; charset=utf-8"], body: body)
    }
}
