import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let surveys: SurveyService
    let answers: AnswerService
    let tokens: TokenService

    init(database: Database) {
        let surveyStore = SQLSurveyStore(database: database)
        surveys = SurveyService(store: surveyStore)
        answers = AnswerService(surveys: surveyStore, answers: SQLAnswerStore(database: database))
        tokens = TokenService()
    }

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: "data/survey.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database)
    }
}
