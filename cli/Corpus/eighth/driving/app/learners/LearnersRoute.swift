import Fledge

@Route struct LearnersRoute {
    let lessons: LessonService

    /// Enrols somebody.
    func POST(body: Learner) async throws -> Created<Learner> {
        guard body.name.count <= 80 && !body.name.isEmpty && isEmail(body.email) else {
            throw Problem(.badRequest, "Name or e-mail address is wrong.")
        }
        await lessons.enrol(body)
        return Created(body, at: "/learners/\(body.id)")
    }

    private func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@")
        return parts.count == 2 && parts[1].contains(".")
    }
}
