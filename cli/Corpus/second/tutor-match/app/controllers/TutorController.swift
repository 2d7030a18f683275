import Fledge

@Controller struct TutorController {
    let tutors: Tutors
    let matching: Matching

    @GET func list(subject: String?) async throws -> [Tutor] { await tutors.list(subject: subject) }

    @POST func join(body: NewTutor) async throws -> Created<Tutor> {
        let tutor = await tutors.join(body)
        return Created(tutor, at: "/tutors/\(tutor.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Tutor {
        guard let tutor = await tutors.find(id) else { throw Problem(.notFound, "There is no tutor \(id).") }
        return tutor
    }

    @POST("/match") func match(body: Wish) async throws -> Tutor { try await matching.best(for: body) }
}
