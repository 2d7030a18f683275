/// Lessons and who takes them.
actor LessonService {
    private var lessons: [Int: Lesson] = [:]
    private var learners: [String: Learner] = [:]

    func enrol(_ learner: Learner) {
        learners[learner.id] = learner
    }

    func learner(_ id: String) throws -> Learner {
        guard let learner = learners[id] else { throw SchoolError.noLearner(id) }
        return learner
    }

    func book(_ new: NewLesson) -> Lesson {
        let lesson = Lesson(
            id: lessons.count + 1, learner: new.learner, kind: new.kind, startsAt: new.startsAt,
            minutes: new.minutes)
        lessons[lesson.id] = lesson
        return lesson
    }

    func find(_ id: Int) throws -> Lesson {
        guard let lesson = lessons[id] else { throw SchoolError.noLesson(id) }
        return lesson
    }

    func cancel(_ id: Int) throws -> Lesson {
        var lesson = try find(id)
        lesson.cancelled = true
        lessons[id] = lesson
        return lesson
    }

    func lessons(of learner: String) -> [Lesson] {
        lessons.values.filter { $0.learner == learner && !$0.cancelled }.sorted { $0.id < $1.id }
    }
}
