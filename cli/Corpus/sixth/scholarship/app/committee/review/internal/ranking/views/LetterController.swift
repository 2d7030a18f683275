import Fledge
import Grants

@Controller struct LetterController {
    let applications: ApplicationService
    let letters: LetterService

    @GET("/:id") func letter(id: Int) async throws -> Response {
        try letters.letter(for: try await applications.find(id))
    }
}
