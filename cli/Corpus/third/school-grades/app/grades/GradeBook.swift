import FledgeSchema

@Schema struct Grade: Equatable {
    var pupil: String
    var subject: String
    var mark: Int
    var weight: Int
}

@Schema struct NewGrade {
    @Field(.length(1...80)) var pupil: String
    @Field(.length(1...40)) var subject: String
    @Field(.range(1...6)) var mark: Int
    @Field(.oneOf(1, 2)) var weight: Int = 1
}

enum GradeError: Error, Equatable {
    case nobody(String)
    case tooMany(subject: String)
}

actor GradeBook {
    private var grades: [Grade] = []
    private let limit: Int

    init(limit: Int = 12) { self.limit = limit }

    func enter(_ new: NewGrade) throws -> Grade {
        let same = grades.filter { $0.pupil == new.pupil && $0.subject == new.subject }
        // The limit is a setting: no constraint knows it.
        guard same.count < limit else { throw GradeError.tooMany(subject: new.subject) }
        let grade = Grade(pupil: new.pupil, subject: new.subject, mark: new.mark, weight: new.weight)
        grades.append(grade)
        return grade
    }

    func of(_ pupil: String) throws -> [Grade] {
        let own = grades.filter { $0.pupil == pupil }
        guard !own.isEmpty else { throw GradeError.nobody(pupil) }
        return own
    }
}
