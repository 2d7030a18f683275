import Fledge

@Controller struct RepairAPI {
    let repairs: RepairDesk
    let leases: LeaseLedger

    @GET func list(status: Repair.Status?) async -> [Repair] {
        await repairs.all().filter { status == nil || $0.status == status }
    }

    @POST func report(body: NewRepair) async throws -> Created<Repair> {
        _ = try await leases.lease(body.lease)
        return Created(await repairs.report(body))
    }

    @PUT("/:id/status") func move(id: Int, to: Repair.Status) async -> Repair? {
        await repairs.move(id, to: to)
    }

    @GET("/export") func export() async -> Response {
        let jobs = await repairs.all()
        var csv = "sep=;\n"
        var sum = 0
        for job in jobs.sorted(by: { $0.lease < $1.lease }) {
            let text = job.what.replacing("\"", with: "\"\"").replacing(";", with: ",")
            csv += "\"\(job.lease)\";\"\(text)\";\(job.cost / 100)\n"
            sum += job.cost
        }
        csv += "\"\";\"\(jobs.count)\";\(sum / 100)\n"
        return Response.text(csv).header("Content-Disposition", "attachment; filename=\"repairs.csv\"")
    }
}
