import Fledge

struct Services: Sendable {
    let tutors: Tutors
    let matching: Matching
    let lessons: LessonBook

    init(school: School) {
        tutors = Tutors(school: school)
        matching = Matching(school: school)
        lessons = LessonBook(school: school)
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/tutors", TutorController(tutors: services.tutors, matching: services.matching))
    app.use("/lessons", LessonController(lessons: services.lessons))
    return app
}
