/// Who teaches when.
struct LessonBook: Sendable {
    let school: School

    func book(_ new: NewLesson) async throws -> Lesson {
        let taken = await lessons(of: new.tutor)
        guard !taken.contains(where: { abs($0.start - new.start) < 45 }) else { throw LessonError.busy }
        return await school.add(Lesson(tutor: new.tutor, pupil: new.pupil, start: new.start))
    }

    func lessons(of tutor: Int) async -> [Lesson] {
        await school.lessons.filter { $0.tutor == tutor }.sorted { $0.start < $1.start }
    }
}
