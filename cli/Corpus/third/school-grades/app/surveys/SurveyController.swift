import Fledge

@Controller struct SurveyController {
    let surveys: SurveyBox

    @GET func questions() async -> [Question] { await surveys.all() }

    @POST func answer(body: Response) async throws {
        guard await surveys.post(body) else {
            throw Problem(.notFound, "There is no question \(body.question).")
        }
    }

    @GET("/:question/mean") func mean(question: Int) async -> Double? {
        await surveys.mean(question)
    }
}
