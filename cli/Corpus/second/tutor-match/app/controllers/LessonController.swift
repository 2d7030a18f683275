import Fledge

@Controller struct LessonController {
    let lessons: LessonBook

    @POST func book(body: NewLesson) async throws -> Created<Lesson> { Created(try await lessons.book(body)) }

    @GET("/:tutor") func week(tutor: Int) async throws -> [Lesson] { await lessons.lessons(of: tutor) }
}
