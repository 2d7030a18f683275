import FledgeData

struct SQLSurveyStore: SurveyStore {
    let database: Database

    func add(_ new: NewSurvey) async throws -> Survey {
        try await database.one(
            """
            INSERT INTO surveys (title, questions, open)
            VALUES (\(new.title), \(array: new.questions), \(true)) RETURNING *
            """, as: Survey.self)
    }

    func find(_ id: Int) async throws -> Survey? {
        try await database.first("SELECT * FROM surveys WHERE id = \(id)", as: Survey.self)
    }

    func save(_ survey: Survey) async throws {
        try await database.execute(
            """
            UPDATE surveys SET title = \(survey.title), open = \(survey.open)
            WHERE id = \(survey.id)
            """)
    }
}

struct SQLAnswerStore: AnswerStore {
    let database: Database

    private struct Row: Decodable {
        let ratings: [Int]
    }

    func add(_ ratings: [Int], to survey: Int) async throws {
        try await database.execute(
            "INSERT INTO answers (survey, ratings) VALUES (\(survey), \(array: ratings))")
    }

    func all(of survey: Int) async throws -> [[Int]] {
        try await database.query(
            "SELECT ratings FROM answers WHERE survey = \(survey)", as: Row.self
        ).map(\.ratings)
    }
}
