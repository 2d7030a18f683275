import Fledge

@Schema struct Raise {
    @Field(.range(1...100_000)) var by: Int
}

@Controller struct LeaseAPI {
    let leases: LeaseLedger

    @GET func list(flat: String?) async -> [Lease] {
        let all = await leases.all()
        guard let flat else { return all }
        return all.filter { $0.flat == flat }
    }

    @POST func sign(body: NewLease) async throws -> Created<Lease> {
        let lease = try await leases.sign(body)
        return Created(lease, at: "/leases/\(lease.id)")
    }

    @POST("/:id/months") func month(id: Int, late: Bool = false) async throws -> Lease {
        try await leases.month(id, isLate: late)
    }

    @PUT("/:id/rent") func raise(id: Int, body: Raise) async throws -> Lease {
        let lease = try await leases.lease(id)
        return try await leases.setRent(id, lease.rent + capped(body.by, for: lease))
    }

    /// Sends the list as the tax office wants it.
    @GET("/export") func export() async -> Response {
        let all = await leases.all()
        var table = "sep=;\n"
        var total = 0
        for lease in all.sorted(by: { $0.flat < $1.flat }) {
            let name = lease.tenant.replacing("\"", with: "\"\"").replacing(";", with: ",")
            table += "\"\(lease.flat)\";\"\(name)\";\(lease.rent / 100)\n"
            total += lease.rent
        }
        table += "\"\";\"\(all.count)\";\(total / 100)\n"
        return Response.text(table).header("Content-Disposition", "attachment; filename=\"leases.csv\"")
    }

    /// Rents rise by a tenth at most, and not at all within the first year.
    private func capped(_ wish: Int, for lease: Lease) -> Int {
        guard lease.months >= 12 else { return 0 }
        return lease.late > 3 ? wish : min(wish, lease.rent / 10)
    }
}

extension LeaseError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no lease \(id).")
        case .taken(let flat): Problem(.conflict, "\(flat) is let.", code: "taken")
        case .frozen: Problem(.conflict, "Nothing changes in this month.", code: "frozen")
        }
    }
}
