import Fledge

@Route struct LessonsRoute {
    let lessons: LessonService

    /// Books an hour.
    func POST(body: NewLesson) async throws -> Created<Lesson> {
        switch body.minutes {
        case 45...180 where body.minutes % 45 == 0: break
        default: throw Problem(.unprocessableContent, "Lessons have 45, 90, 135 or 180 minutes.")
        }
        let learner = try await lessons.learner(body.learner)
        if body.kind == .motorway {
            let driven = await lessons.lessons(of: learner.id).map(\.minutes).reduce(0, +)
            guard driven >= 450 else {
                throw Problem(.conflict, "Ten hours in town come first.", code: "too_early")
            }
        }
        let lesson = await lessons.book(body)
        return Created(lesson, at: "/lessons/\(lesson.id)")
    }
}
