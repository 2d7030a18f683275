import Fledge

@Schema struct Decision {
    var status: Request.Status
}

@Controller struct AbsenceController {
    let absences: AbsenceOffice

    @POST func file(body: NewRequest) async throws -> Created<Request> {
        let request = try await absences.file(body)
        return Created(request, at: "/absences/\(request.id)")
    }

    @GET func list(pupil: String?) async -> [Request] {
        await absences.query(pupil)
    }

    @PUT("/:id") func decide(id: Int, body: Decision) async throws -> Request {
        try await absences.decide(id, body.status)
    }
}

extension AbsenceError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no request \(id).")
        case .decided(let status): Problem(.conflict, "It was \(status.rawValue).", code: "decided")
        case .exams: Problem(.conflict, "There are exams on these days.", code: "exams")
        }
    }
}
