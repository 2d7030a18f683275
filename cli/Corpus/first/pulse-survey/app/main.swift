import Fledge
import PulseSurveyCore

await serve {
    let store = InMemorySurveyStore()
    return makeApp(surveys: SurveyService(store: store), tally: TallyService(store: store))
}
