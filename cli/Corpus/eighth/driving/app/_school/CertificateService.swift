/// The paper with which a learner goes to the exam.
struct CertificateService: Sendable {
    let lessons: LessonService

    func text(for id: String) async throws -> String {
        let learner = try await lessons.learner(id)
        let taken = await lessons.lessons(of: id)
        let minutes = taken.map(\.minutes).reduce(0, +)
        return "\(learner.name) has driven \(taken.count) times, \(minutes) minutes in all."
    }
}
