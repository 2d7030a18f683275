import FledgeSchema

@Schema struct Tutor: Hashable, Sendable {
    let id: Int
    let name: String
    let subjects: [String]
    let rate: Int
    var stars = 3
}

@Schema struct NewTutor: Sendable {
    @Field(.length(1...80)) var name: String
    @Field(.items(1...8), .unique) var subjects: [String]
    @Field(.range(1_000...20_000)) var rate: Int
}

@Schema struct Wish: Sendable {
    @Field(.length(1...40)) var subject: String
    @Field(.range(1...50_000)) var rate: Int
}

@Schema struct Lesson: Hashable, Sendable {
    let tutor: Int
    let pupil: String
    let start: Int
}

@Schema struct NewLesson: Sendable {
    var tutor: Int
    @Field(.length(1...80)) var pupil: String
    @Field(.range(0...100_000_000)) var start: Int
}

enum LessonError: Error, Equatable { case busy }

actor School {
    private(set) var tutors: [Tutor] = []
    private(set) var lessons: [Lesson] = []

    func add(_ name: String, subjects: [String], rate: Int) -> Tutor {
        tutors.append(Tutor(id: tutors.count + 1, name: name, subjects: subjects, rate: rate))
        return tutors[tutors.count - 1]
    }

    func add(_ lesson: Lesson) -> Lesson {
        lessons.append(lesson)
        return lesson
    }
}
