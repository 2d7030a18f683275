import Fledge
import PulseSurveyCore

func makeApp(surveys: some Surveying, tally: TallyService) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/surveys", SurveyController(surveys: surveys, tally: tally))
    return app
}
